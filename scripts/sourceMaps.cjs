// Each worker of the tests loads this first, so that a failure is told at the place in the source.
process.setSourceMapsEnabled(true);
