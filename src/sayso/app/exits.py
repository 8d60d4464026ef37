"""Exit codes of the command line; part of the contract that scripts rely on."""

OK = 0
FAILED = 1  # the run failed
USAGE = 2  # an option or argument cannot be used as given
PARTIAL = 3  # some inputs failed, each named on stderr; the rest is done
NOTHING = 4  # nothing was found
DAMAGED = 5  # an integrity check failed
INTERRUPTED = 130
