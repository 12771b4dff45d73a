/** How a language praises, blames and tells of what is done: another language is another object of this shape. */
export interface ToneWords {
  /** What is said of good work, in words that a "not" before them turns round. */
  readonly praise: RegExp;
  /** What is said of work that falls short. */
  readonly blame: RegExp;
  /** What turns a word round, or takes it back. */
  readonly turns: RegExp;
  /** Verbs of what is done. */
  readonly activity: RegExp;
  /** Words that say how good it is, what came of it, how anybody knows, or what is only planned. */
  readonly meaning: RegExp;
}

function anyOf(words: string, flags = 'iu'): RegExp {
  return new RegExp(
    String.raw`(?<![\p{L}-])(?:${words.trim().split(/\s+/).join('|').replaceAll('_', ' ')})(?![\p{L}-])`,
    flags,
  );
}

/**
 * British English. Source: the words with which published inspection reports on children's services of 2010 to 2025 begin
 * their findings on strengths and on what needs to improve; verbs as in the self-evaluations of councils.
 */
export const ENGLISH_TONE: ToneWords = {
  praise: anyOf(
    'strong strongly excellent effective effectively outstanding robust exemplary impressive highly_effective very_good very_well ' +
      'consistently_good thorough skilled tenacious timely',
  ),
  blame: anyOf(
    'poor poorly weak weaknesses inadequate ineffective unsafe insufficient insufficiently fail fails failed failing failure failures ' +
      'drift delay delays delayed inconsistent inconsistently too_slow too_long too_many too_few too_late not_good_enough not_enough ' +
      'not_consistently not_always lack lacks lacking serious_concerns unclear limited',
  ),
  turns: anyOf(
    'not no never neither nor none without less longer although though but however despite while whilst previously was were had until unless if ' +
      'reduced fewer few improved improving rare rarely no_longer avoid avoids prevent prevents address addresses addressed tackle challenge',
  ),
  activity: anyOf(
    'hold holds held meet meets met attend attends attended chair chairs chaired deliver delivers delivered launch launched develop developed ' +
      'introduce introduced implement implemented establish established provide provides provided offer offers offered run runs ran review ' +
      'reviews reviewed commission commissioned recruited trained publish published produced created appointed refreshed rolled undertake ' +
      'undertakes undertook undertaken works worked organise organised facilitate facilitates hosts hosted visit visits visited arrange arranged',
  ),
  meaning: anyOf(
    String.raw`good better best strong\p{L}* strength\p{L}* weak\p{L}* poor\p{L}* effective\p{L}* ineffective\p{L}* consisten\p{L}* inconsisten\p{L}* adequa\p{L}* ` +
      String.raw`inadequa\p{L}* outstanding excellent improv\p{L}* quality well timely time\p{L}* robust sound success\p{L}* positiv\p{L}* concern\p{L}* variable high\p{L}* low\p{L}* ` +
      String.raw`less more fewer few most many all every each impact\p{L}* outcome\p{L}* result\p{L}* differen\p{L}* led leads leading because enabl\p{L}* ensur\p{L}* so therefore benefi\p{L}* ` +
      String.raw`reduc\p{L}* increas\p{L}* rise\p{L}* rising rose fall\p{L}* fell help\p{L}* safe\p{L}* happ\p{L}* feedback told said say says tell audit\p{L}* evidence\p{L}* survey\p{L}* will plan\p{L}* ` +
      String.raw`not no never too enough need\p{L}* must should aim\p{L}* known understood valu\p{L}* appreciat\p{L}* progress\p{L}* achiev\p{L}* target\p{L}* support\p{L}* allow\p{L}* means now`,
  ),
};
