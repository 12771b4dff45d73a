// Words by which a figure is said to hold now. Sources: self-evaluations, improvement plans and committee reports of
// councils' children's services.

/** What says that a figure holds now, whenever that is. */
export const NOW =
  /\b(?:currently|(?:just|right) now|at present|as things stand|at the moment|at this time|presently|at the time of writing)\b/i;

/** What says of when a figure is, besides days, months and years that are read as such. */
export const DATED =
  /\b(?:(?:19|20)\d\d|today|yesterday|(?:this|last|past|previous|latest|most recent|current|next) (?:week|month|quarter|year|term|period|reporting|financial|academic|\d+|two|three|four|six|twelve)|spring|summer|autumn|winter|q[1-4]|quarter [1-4]|as at|as of|end of|year to date|year end|census|snapshot|week (?:ending|commencing)|w\/[ce])\b/i;

/** A sentence with one of these speaks of what is set or meant to be, of others, or of the time before. */
export const NO_STATE =
  /\b(?:targets?|aim(?:s|ed|ing)?|goals?|thresholds?|tolerance|limit|set at|plan(?:s|ned|ning)? (?:to|for)|(?:to|we|they|who|council) plan|planned|expect(?:s|ed)?|forecast|estimated?|budget(?:s|ed)?|fund(?:s|ed|ing)?|contribut\w+|nation(?:al|ally)|england|average|neighbours?|if|would|should|could|must|will|not|no)\b/i;
