# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Shared by the scripts, which source it: installing missing packages and setting up a build folder.

# Prints a heading that is easy to find in long output.
say () {
  printf '== %s\n' "$*"
}

source_root () {
  (cd "$(dirname "$0")/.." && pwd)
}

as_root () {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

# packages_of SECTION…: the packages in these sections of packages.txt.
packages_of () {
  for section in "$@"; do
    awk -v section="[$section]" '/^\[/ { on = ($1 == section); next } on && !/^#/ { print $1 }' \
      "$(source_root)/script/packages.txt"
  done
}

# The name of the Debian release, such as bookworm; nothing elsewhere.
release_name () {
  # shellcheck disable=SC1091 # of the system
  (VERSION_CODENAME='' && [ -e /etc/os-release ] && . /etc/os-release && echo "$VERSION_CODENAME")
}

is_installed () {
  [ "$(dpkg-query --show --showformat='${db:Status-Abbrev}' "$1" 2>/dev/null)" = 'ii ' ]
}

# install_packages SECTION…: only needs root if a package is missing.
install_packages () {
  missing=
  for package in $(packages_of "$@"); do
    is_installed "$package" || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0

  if ! command -v apt-get >/dev/null; then
    say "This is no Debian; please see to it that you have:$missing"
    return 0
  fi
  [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null || {
    say "These packages are missing, and there is no sudo. As root, run: apt-get install --no-install-recommends$missing"
    exit 1
  }
  say "Installing:$missing"
  as_root apt-get update --quiet=2
  # shellcheck disable=SC2086 # a list of words
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install --quiet=2 --yes --no-install-recommends $missing
}

# install_npm_packages DIR: installs the packages of its package-lock.json into DIR, without running their scripts.
# Without network access, the tests that need them are skipped.
install_npm_packages () {
  installed=$1/node_modules/.package-lock.json
  if [ -e "$installed" ] && [ ! "$1/package-lock.json" -nt "$installed" ]; then
    return 0
  fi
  say "Installing the packages of $1/package-lock.json"
  npm ci --prefix "$1" --ignore-scripts --no-audit --no-fund --loglevel=error || say 'They could not be installed'
}

# make_locale NAME: generates a locale such as ja_JP.UTF-8 if the system lacks it.
make_locale () {
  locale -a | grep -q -i -x "$(echo "$1" | sed 's/UTF-8/utf8/')" && return 0
  say "Making the locale $1"
  as_root localedef --inputfile="${1%%.*}" --charmap="${1##*.}" "$1"
}

# setup_build DIR MESON-OPTIONS…: sets up a build folder, or updates the options of an existing one; once per script.
setup_build () {
  case " ${set_up:-} " in
    *" $1 "*) return 0 ;;
  esac
  set_up="${set_up:-} $1"
  dir=$1
  shift
  if [ -e "$dir/build.ninja" ]; then
    meson configure "$dir" "$@"
  else
    rm -rf "$dir"
    meson setup "$dir" "$@"
  fi
}
