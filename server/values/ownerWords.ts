/** The words by which plans say that nobody has been named yet, all in lower case. */
export interface OwnerWords {
  /** What stands in place of a name and says that there is none so far. */
  readonly open: ReadonlySet<string>;
}

/**
 * English as local authorities write it. Sources: action plans and action logs as councils publish them. A dash or "N/A" is
 * an answer, and "All" or "Ditto" name somebody.
 */
export const ENGLISH_OWNERS: OwnerWords = {
  open: new Set([
    ...['tbc', 'tba', 'tbd', 'tbi', 't.b.c', 'owner tbc', 'lead tbc', 'name tbc', 'owner tba', 'lead tba'],
    ...['to be confirmed', 'to be agreed', 'to be identified', 'to be allocated', 'to be assigned'],
    ...['to be decided', 'to be determined', 'to be advised', 'to be announced', 'to be nominated'],
    ...['to be appointed', 'to be recruited', 'to be named', 'to be established', 'to follow'],
    ...['owner to be confirmed', 'lead to be confirmed', 'lead to be identified', 'lead to be agreed'],
    ...['owner to be identified', 'owner to be agreed', 'lead officer to be confirmed', 'lead officer tbc'],
    ...['owner to be appointed', 'lead to be appointed', 'owner to be allocated', 'post to be recruited'],
    ...['unassigned', 'unallocated', 'not assigned', 'not allocated', 'not yet assigned', 'not confirmed'],
    ...['not yet allocated', 'not yet identified', 'not yet agreed', 'not yet confirmed', 'not yet known'],
    ...['no owner', 'no lead', 'no owner yet', 'no lead yet', 'no lead identified', 'no owner identified'],
    ...['nobody', 'no one', 'unknown', 'not known', 'awaiting allocation', 'vacant', '?', '??'],
    // Nomen nescio: a name that is not known yet.
    ...['n.n', 'n. n'],
  ]),
};
