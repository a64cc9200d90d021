#compdef bellbuoy
# SPDX-License-Identifier: LGPL-2.1-or-later
# Completion for zsh. Commands and options are those that the program itself lists.

local -a commands options actions
local before=${words[CURRENT-1]}

if (( CURRENT == 2 )) || [[ $CURRENT == 3 && ${words[2]} == help ]]; then
  commands=(${(f)"$(LC_ALL=C bellbuoy help 2>/dev/null | sed -n 's/^  bellbuoy \([a-z][a-z]*\).*/\1/p')"})
  compadd -- $commands --help --version
  return
fi

case $before in
  (--fail-on) compadd -- danger caution never; return ;;
  (--only) compadd -- danger caution; return ;;
  (--lang) compadd -- en ja; return ;;
  (--jobs|-j) compadd -- 1 2 4 8; return ;;
esac

if [[ ${words[CURRENT]} == -* ]]; then
  options=(${(f)"$(LC_ALL=C bellbuoy help ${words[2]} 2>/dev/null | grep -o -e '--[a-z][a-z-]*=\{0,1\}' | sort -u)"})
  compadd -S '' -- ${(M)options:#*=}
  compadd -- ${options:#*=}
  return
fi

# the words that follow a command: "show", "validate" and so on
if (( CURRENT == 3 )); then
  actions=($(LC_ALL=C bellbuoy help 2>/dev/null | sed -n "s/^  bellbuoy ${words[2]} \([a-z].*\)/\1/p" |
    sed 's/ [^|]*//g; s/|/ /g'))
  if (( $#actions > 0 )); then
    compadd -- $actions
    return
  fi
fi

_files
