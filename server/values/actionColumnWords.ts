/** What the columns of tables of actions are called, whatever the framework; every name as names are compared. */
export const ENGLISH_ACTION_COLUMNS = {
  action:
    /^(?:(?:key |improvement |agreed |planned )?actions?(?: required| to be taken| points?)?|what(?: we will do| will we do| needs to happen)?|tasks?|steps?|activity)$/,
  owner:
    /^(?:(?:action |lead )?owners?|leads?|lead officers?|(?:officer |person |who is )?responsible(?: officer| person| lead)?|who|by whom|accountable(?: officer)?|responsibility)$/,
  due: /^(?:(?:time ?scales?|time ?frames?)(?: for completion)?|when|by when|due(?: date| by)?|date due|deadlines?(?: for completion)?|target (?:date|timescale|completion)|end date|finish date|complete by|to be (?:completed|done) by|when by|time ?lines?|timing|completion date|date for completion|(?:target|planned|proposed|expected|anticipated|due) (?:completion date|date (?:for|of) completion)|due for completion|completion due)$/,
};
