import { type ClientCapabilities, CompletionTriggerKind, type Connection } from 'vscode-languageserver';
import { NO_WORDS, type PackWords } from '../features/completion/packWords.ts';
import { linkBegun } from '../features/completion/references.ts';
import { linkTargets } from './linkTargets.ts';
import type { PackFacts } from './packFacts.ts';
import type { FileSources } from './packFiles.ts';
import type { Checked } from './requests.ts';
import { completionCapabilities, toCompletionItem } from './toCompletion.ts';

/** What, once it is typed, may begin something that can be completed. */
export const TRIGGER_CHARACTERS = ['#', ':', ' ', '|', '(', '*', '{', ',', '^'];

interface Surroundings extends FileSources {
  readonly connection: Connection;
  readonly capabilities: ClientCapabilities;
  readonly checked: (uri: string) => Promise<Checked | undefined>;
  readonly facts: () => Pick<PackFacts, 'words' | 'isRead'>;
}

/** Answers what could be written at a place. */
export function answerCompletions(around: Surroundings): void {
  const can = completionCapabilities(around.capabilities);
  around.connection.onCompletion(async ({ textDocument: { uri }, position, context }, token) => {
    const open = await around.checked(uri);
    if (open === undefined) return [];
    const { positions, text } = open.document;
    // Behind the end nothing is asked for that would stand at the end.
    if (position.line >= text.lines) return [];
    const offset = positions.offset(position);
    const character =
      context?.triggerKind === CompletionTriggerKind.TriggerCharacter ? context.triggerCharacter : undefined;
    const begun = linkBegun(text.slice(text.lineAt(offset).from, offset));
    const targets = begun === undefined ? {} : await linkTargets(around, uri, begun, token);
    const asked = { explicit: character === undefined, character, ...targets };
    const items = await withPack(
      (pack) => {
        open.verify();
        return open.answers.completion(offset, { ...asked, pack });
      },
      around.facts().isRead,
      () => around.facts().words(uri, token),
    );
    return items.map((item) => toCompletionItem(item, offset, positions, can));
  });
}

/** What is offered by what other documents say. As long as they are not read, they are read only where it matters. */
async function withPack<T>(
  offer: (pack: () => PackWords) => T,
  isRead: boolean,
  read: () => Promise<PackWords>,
): Promise<T> {
  if (isRead) {
    const words = await read();
    return offer(() => words);
  }
  let isWanted = false;
  const offered = offer(() => {
    isWanted = true;
    return NO_WORDS;
  });
  if (!isWanted) return offered;
  const words = await read();
  return offer(() => words);
}
