import { allTies } from '../../../server/features/numbers.ts';
import type { Tie } from '../../../server/numbers/tie.ts';
import type { Span } from '../../../server/text/span.ts';
import { JUDGED_CORPUS } from '../corpus/judged.ts';
import { readJudged } from '../judged.ts';
import { type FigureDocument, pdfDocuments, textDocuments } from './documents.ts';
import { type HarmlessEdit, rewritten } from './harmless.ts';
import { isOfFigures, type Mutation, mutate } from './mutate.ts';
import {
  describeEdit,
  describeMutation,
  findingTable,
  harmlessTable,
  mutationTable,
  precisionTable,
  recall,
  type Said,
  tieTable,
} from './tell.ts';

interface How {
  readonly seed: number;
  /** So many wrong figures a document, of a published PDF a tenth of them. */
  readonly most: number;
  readonly corpus: boolean;
  readonly verbose: boolean;
  /** Only documents with that in their names. */
  readonly only: string;
}

/** Of the wrong figures, so many per cent are found at their place: what is reached must not be lost again. */
export const LEAST_RECALL = 93;

interface Looked {
  readonly ties: readonly Tie<Span>[];
  readonly said: readonly Said[];
  readonly mutations: readonly Mutation[];
  readonly edits: readonly HarmlessEdit[];
}

/** Prints what is known of the figures of all documents, and says whether enough wrong ones are found. */
export async function evaluateFigures(how: How): Promise<boolean> {
  const groups = new Map<string, Looked[]>();
  const look = (document: FigureDocument, most: number): void => {
    const own = groups.get(document.group) ?? [];
    groups.set(document.group, [...own, looked(document, how.seed, most)]);
  };
  for (const document of textDocuments(how.only)) look(document, how.most);
  if (how.corpus)
    for await (const document of pdfDocuments(how.only)) look(document, Math.ceil(how.most / 10));
  for (const [group, own] of groups) console.log(`${told(group, own, how.verbose)}\n`);
  const all = [...groups.values()].flat();
  const mutations = all.flatMap((one) => one.mutations);
  const isCalm = all.every(({ edits }) => edits.every(({ fresh }) => fresh.length === 0));
  console.log(`${mutationTable('Wrong figures in all documents', mutations)}\n`);
  return isCalm && (how.only !== '' || recall(mutations) >= LEAST_RECALL);
}

function looked({ name, analysis }: FigureDocument, seed: number, most: number): Looked {
  const said = analysis.findings
    .filter(isOfFigures)
    .map(({ rule, severity, message }) => ({ file: name, rule, severity, message }));
  return {
    ties: allTies(analysis.numbers),
    said,
    mutations: mutate(analysis, seed, most),
    edits: rewritten(analysis, seed, Math.ceil(most / 4)),
  };
}

function told(group: string, all: readonly Looked[], verbose: boolean): string {
  const said = all.flatMap((one) => one.said);
  const mutations = all.flatMap((one) => one.mutations);
  const edits = all.flatMap((one) => one.edits);
  const bad = [
    ...mutations.filter(({ result }) => result !== 'found').map(describeMutation),
    ...edits.filter(({ fresh }) => fresh.length > 0).map(describeEdit),
  ];
  return [
    tieTable(
      `${group}: ties between figures`,
      all.flatMap(({ ties }) => ties),
    ),
    findingTable(`${group}: findings on figures`, said),
    precisionTable(`${group}: findings on figures as they were judged`, said, [
      ...readJudged(),
      ...readJudged(JUDGED_CORPUS),
    ]),
    mutationTable(`${group}: wrong figures`, mutations),
    harmlessTable(`${group}: figures said otherwise`, edits),
    ...(verbose && bad.length > 0 ? [bad.join('\n')] : []),
  ].join('\n\n');
}
