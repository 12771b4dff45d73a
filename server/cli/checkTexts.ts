import path from 'node:path';
import type { CheckDef } from '../framework/checkDef.ts';
import { KINDS } from '../framework/checks.ts';
import type { LibraryEntry } from '../framework/library.ts';
import { checkId } from '../rules/checks/checkRules.ts';
import { slashes } from './disk.ts';
import { shownFrom } from './files.ts';
import type { Io } from './io.ts';
import { visible } from './output/screen.ts';
import { Packs } from './packs.ts';
import type { Part, RuleText } from './rulesPage.ts';

/** The checks that the frameworks declare which there are where one stands, explained like any other rule. */
export async function checkTexts({ cwd }: Io): Promise<readonly RuleText[]> {
  const { library } = (await new Packs().of(slashes(path.join(cwd, 'any')))).pack;
  return library.ids().flatMap((id) => {
    const entry = library.get(id);
    return (entry?.vocabulary.framework.checks ?? []).map((check) => checkText(check, id, entry, cwd));
  });
}

function checkText(
  check: CheckDef,
  framework: string,
  entry: LibraryEntry | undefined,
  cwd: string,
): RuleText {
  const { kind, message, because, severity = 'warning' } = check;
  const origin = entry?.path === undefined ? 'which is shipped' : `in ${shownFrom(cwd, entry.path)}`;
  const { checks } = KINDS[kind];
  const paragraph = (text: string): Part => ({ kind: 'paragraph', text: visible(text) });
  return {
    id: checkId(check),
    summary: visible(message),
    severity,
    isOff: false,
    parts: [
      paragraph(`A check of the kind "${kind}": ${checks.charAt(0).toLowerCase()}${checks.slice(1)}`),
      { kind: 'message', text: visible(message) },
      ...(because === undefined ? [] : [paragraph(`Why: ${because}`)]),
      paragraph(`Severity: ${severity}.`),
      paragraph(`The framework "${framework}" declares it, ${origin}.`),
    ],
  };
}
