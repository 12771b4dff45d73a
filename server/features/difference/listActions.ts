import type { Vocabulary } from '../../framework/vocabulary.ts';
import { scaledStatus } from '../../report/columns.ts';
import type { Action, Words } from '../../report/contents.ts';
import { anchorSpan, type Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { dueLevel, dueValue, statusLevel } from './levels.ts';
import { plainText } from './plainWords.ts';
import { quotedName } from './rows.ts';
import type { Part, Thing } from './thing.ts';

/** What is told of an action, by what it is called in a sentence. */
const TOLD = ['owner', 'due', 'status', 'progress', 'completed', 'impact'] as const;

/** The actions of a section's lists; those of its tables are rows. */
export function listActions(section: Section, vocabulary: Vocabulary | undefined): readonly Thing[] {
  return section.content.actions.flatMap((action) => {
    const block = section.own[action.action.at.block]?.block;
    return block === undefined || block.tables.length > 0 ? [] : [actionThing(section, action, vocabulary)];
  });
}

function actionThing(section: Section, action: Action, vocabulary: Vocabulary | undefined): Thing {
  const span = (words: Words): Span => anchorSpan(section, words.at);
  const told = TOLD.flatMap((label) => {
    const words = action[label];
    return words === undefined ? [] : [{ label, words }];
  });
  return {
    kind: 'action',
    section,
    keys: [plainText(action.action.text)],
    name: { text: action.action.text, span: span(action.action) },
    subject: `Action ${quotedName(action.action.text)}`,
    isWorded: true,
    parts: told.map(({ label, words }) => partOf(label, words, span(words), vocabulary)),
    takes: [span(action.action), ...told.map(({ words }) => span(words))],
  };
}

function partOf(
  label: (typeof TOLD)[number],
  { text }: Words,
  span: Span,
  vocabulary: Vocabulary | undefined,
): Part {
  const status = label === 'status' && vocabulary ? scaledStatus(text, vocabulary)?.value : undefined;
  const isDue = label === 'due' || label === 'completed';
  return {
    key: `${label} 0`,
    kind: status !== undefined ? 'status' : isDue ? 'date' : 'action',
    label,
    said: { text: status?.label ?? text, span },
    value: status !== undefined ? plainText(status.label) : isDue ? dueValue(text) : plainText(text),
    level: status !== undefined ? statusLevel(status) : isDue ? dueLevel(text) : undefined,
  };
}
