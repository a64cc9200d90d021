# SPDX-License-Identifier: LGPL-2.1-or-later
# Completion for fish. Commands and options are those that the program itself lists, with its words.

function __bellbuoy_commands
    env LC_ALL=C bellbuoy help 2>/dev/null | string match -rg '^  bellbuoy ([a-z]+)'
end

# The words that follow a command: "show", "validate" and so on.
function __bellbuoy_words
    set -l command (commandline -opc)[2]
    env LC_ALL=C bellbuoy help 2>/dev/null | string match -rg "^  bellbuoy $command ([a-z].*)" |
        string replace -ra ' [^|]*' '' | string split '|'
end

function __bellbuoy_has_words
    test (count (commandline -opc)) -eq 2; and __bellbuoy_words | string length -q
end

# "--only=LEVEL   what it does" as "--only" and what it does
function __bellbuoy_options
    set -l command (commandline -opc)[2]
    bellbuoy help $command 2>/dev/null | string replace -rf '^  (?:-., )?(--[a-z-]+)(?:=\S+(?: \S+)*?)?\s{2,}(.*)$' '$1\t$2'
end

function __bellbuoy_has_command
    test (count (commandline -opc)) -ge 2
end

complete -c bellbuoy -n 'not __bellbuoy_has_command' -f -a '(__bellbuoy_commands) --help --version'
complete -c bellbuoy -n '__fish_seen_subcommand_from help' -f -a '(__bellbuoy_commands)'
complete -c bellbuoy -n '__bellbuoy_has_words' -f -a '(__bellbuoy_words)'
complete -c bellbuoy -n '__bellbuoy_has_command; and string match -q -- "-*" (commandline -ct)' -f -a '(__bellbuoy_options)'
complete -c bellbuoy -n '__fish_seen_subcommand_from check' -l fail-on -x -a 'danger caution never'
complete -c bellbuoy -n '__fish_seen_subcommand_from check' -l only -x -a 'danger caution'
complete -c bellbuoy -n '__fish_seen_subcommand_from check' -l lang -x -a 'en ja'
complete -c bellbuoy -n '__fish_seen_subcommand_from check' -s j -l jobs -x -a '1 2 4 8'
