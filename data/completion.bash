# SPDX-License-Identifier: LGPL-2.1-or-later
# Completion for bash. Commands and options are those that the program itself lists.

_bellbuoy_commands() {
    LC_ALL=C bellbuoy help 2>/dev/null | sed -n 's/^  bellbuoy \([a-z][a-z]*\).*/\1/p'
}

_bellbuoy_options() {
    LC_ALL=C bellbuoy help "$1" 2>/dev/null | grep -o -e '--[a-z][a-z-]*=\{0,1\}'
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
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} values
    COMPREPLY=()
    # "--only=danger" is three words for readline
    if [ "$word" = = ]; then
        word=
    elif [ "$before" = = ] && [ "$COMP_CWORD" -gt 2 ]; then
        before=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    if [ "$COMP_CWORD" -eq 1 ] || { [ "$COMP_CWORD" -eq 2 ] && [ "${COMP_WORDS[1]}" = help ]; }; then
        mapfile -t COMPREPLY < <(compgen -W "$(_bellbuoy_commands) help --help --version" -- "$word")
    elif values=$(_bellbuoy_values "$before"); then
        mapfile -t COMPREPLY < <(compgen -W "$values" -- "$word")
    elif [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(_bellbuoy_options "${COMP_WORDS[1]}")" -- "$word")
        [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace 2>/dev/null
    fi
    return 0
}

complete -o default -F _bellbuoy bellbuoy
