#!/bin/sh
# Installs Debian's PostgreSQL for the tests of the store where that is possible; says what to do where it is not.
set -u
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo -n"
if command -v apt-get >/dev/null; then
  echo "installing PostgreSQL for the tests of the store"
  $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq postgresql >/dev/null && exit 0
fi
echo "PostgreSQL could not be installed: tests of cases kept in it will be skipped; install it by hand to run them" >&2
exit 0
