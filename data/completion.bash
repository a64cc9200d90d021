# SPDX-License-Identifier: LGPL-2.1-or-later
# Completion for bash. Commands and options are those that the program itself lists.

_bellbuoy_commands() {
    LC_ALL=C bellbuoy help 2>/dev/null | sed -n 's/^  bellbuoy \([a-z][a-z]*\).*/\1/p'
}

# The words that follow a command: "show", "validate" and so on.
_bellbuoy_words() {
    LC_ALL=C bellbuoy help 2>/dev/null | sed -n "s/^  bellbuoy $1 \([a-z].*\)/\1/p" | sed 's/ [^|]*//g; s/|/ /g'
}

_bellbuoy_options() {
    LC_ALL=C bellbuoy help "$1" 2>/dev/null | grep -o -e '--[a-z][a-z-]*=\{0,1\}' | sort -u
}

# The values of an option; fails if any file may follow it.
_bellbuoy_values() {
    case $1 in
        --fail-on) echo danger caution never ;;
        --only) echo danger caution ;;
        --lang) echo en ja ;;
        --jobs|-j) echo 1 2 4 8 ;;
        *) return 1 ;;
    esac
}

_bellbuoy() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]} values words
    COMPREPLY=()
    # "--only=danger" is three words for readline
    if [ "$word" = = ]; then
        word=
    elif [ "$before" = = ] && [ "$COMP_CWORD" -gt 2 ]; then
        before=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    if [ "$COMP_CWORD" -eq 1 ] || { [ "$COMP_CWORD" -eq 2 ] && [ "${COMP_WORDS[1]}" = help ]; }; then
        mapfile -t COMPREPLY < <(compgen -W "$(_bellbuoy_commands) --help --version" -- "$word")
    elif values=$(_bellbuoy_values "$before"); then
        mapfile -t COMPREPLY < <(compgen -W "$values" -- "$word")
    elif [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(_bellbuoy_options "$command")" -- "$word")
        [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace 2>/dev/null
    elif [ "$COMP_CWORD" -eq 2 ] && words=$(_bellbuoy_words "$command") && [ -n "$words" ]; then
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    fi
    return 0
}

complete -o default -F _bellbuoy bellbuoy
