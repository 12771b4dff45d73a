// To read this package takes a fifth of the time in which a check starts, and few frameworks have patterns: so it is
// read when the first one is. A bundler takes in what `require` names, and runs it when it is called.
module.exports = { loadRe2: () => require('re2js') };
