import type { LabelReader } from '../../framework/vocabulary.ts';

/** Finds judgements that stand at the end of a line, or are the line. */
export interface JudgementReader {
  /** Where in `text` the judgement at its end begins, and where the text before it ends; undefined without one. */
  tail(text: string): { readonly before: number; readonly from: number } | undefined;
  /** Whether the whole line is a judgement: "Grade 3 (Adequate)", "Adequate", "Judgement: Adequate". */
  isJudgement(text: string): boolean;
  /** How long the label, with its grade, is with which the text begins; 0 when it begins with none. */
  head(text: string): number;
}

export interface WithLabels {
  readonly labels: Pick<LabelReader, 'names'>;
}

// Longer lines are prose, in which the words mean nothing.
const LONGEST_LINE = 200;

/**
 * A reader of the labels of all scales of a framework.
 * @param vocabulary its labels, the longest first
 */
export function judgementReader(vocabulary: WithLabels): JudgementReader {
  // Services "require improvement": the plural of a label that is a verb.
  const names = vocabulary.labels.names
    .map((name) => escapeRegExp(name).replace(/^(requires|needs)(?=\\s)/i, '$1?'))
    .filter((name) => name !== '');
  // A framework without scales has no labels; a bracket that nothing can match keeps the patterns whole.
  const label = names.length === 0 ? '(?!)' : `(?:${names.join('|')})`;
  // Behind a grade, words in brackets are meant as its label, whatever they are: a slip must be seen to be found.
  const behind = `(?:\\s*[-–—:]?\\s*\\(?${label}\\)?|\\s*\\(\\s*\\p{L}[\\p{L}'’ -]{2,40}\\))?`;
  const graded = `(?:grade\\s*:?\\s*\\d+${behind}|\\(\\s*grade\\s*\\d+\\s*\\))`;
  const labelled = `\\(?${label}\\)?(?:\\s*\\(\\s*grade\\s*\\d+\\s*\\))?`;
  const judgement = `(?:${graded}|${labelled})`;
  // "Children in care: good", "Children in care is good", "Children in care are: good", "The judgement is that it is good".
  const verb = '\\s+(?:is|are)(?:\\s+that\\s+(?:it|they)(?:\\s+(?:is|are))?)?(?:\\s*:)?\\s+';
  const joint = `${verb}|\\s*[-–—:,]\\s*|\\s+`;
  const tail = new RegExp(`(${joint})${judgement}$`, 'iu');
  const whole = new RegExp(`^(?:(?:overall )?(?:judgement|grade)\\s*:\\s*)?${judgement}$`, 'iu');
  const head = new RegExp(`^${label}(?:\\s*\\(\\s*grade\\s*\\d+\\s*\\))?(?=[\\s:–—-])`, 'iu');
  return {
    tail(text) {
      if (text.length > LONGEST_LINE) return undefined;
      const match = tail.exec(text);
      return match === null
        ? undefined
        : { before: match.index, from: match.index + (match[1]?.length ?? 0) };
    },
    isJudgement: (text) => text.length <= LONGEST_LINE && whole.test(text),
    head: (text) => head.exec(text.slice(0, LONGEST_LINE))?.[0].length ?? 0,
  };
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replace(/\s+/g, '\\s+');
}
