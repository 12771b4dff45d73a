/** The nine regions of England, as the Office for National Statistics names them. */
const REGIONS =
  'north east|north west|yorkshire and (?:the )?humber|east midlands|west midlands|east of england|london|south east|south west';

/** What columns and rows are called whose figures are those of others, or of another time; as names are compared. */
export const COMPARATOR = new RegExp(
  `^(?:comparators?|benchmark|previous year|last year|(?:england|national|region(?:al)?|${REGIONS}|stat(?:istical)? neighbours?)(?: average)?)$`,
);
