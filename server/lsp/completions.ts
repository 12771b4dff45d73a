import { type ClientCapabilities, CompletionTriggerKind, type Connection } from 'vscode-languageserver';
import type { Checked } from './requests.ts';
import { completionCapabilities, toCompletionItem } from './toCompletion.ts';

/** What, once it is typed, may begin something that can be completed. */
export const TRIGGER_CHARACTERS = ['#', ':', ' ', '|', '(', '*', '{', ',', '^'];

interface Surroundings {
  readonly connection: Connection;
  readonly capabilities: ClientCapabilities;
  readonly checked: (uri: string) => Promise<Checked | undefined>;
}

/** Answers what could be written at a place. */
export function answerCompletions({ connection, capabilities, checked }: Surroundings): void {
  const can = completionCapabilities(capabilities);
  connection.onCompletion(async ({ textDocument: { uri }, position, context }) => {
    const open = await checked(uri);
    if (open === undefined) return [];
    const { positions, text } = open.document;
    // Behind the end nothing is asked for that would stand at the end.
    if (position.line >= text.lines) return [];
    const offset = positions.offset(position);
    const character =
      context?.triggerKind === CompletionTriggerKind.TriggerCharacter ? context.triggerCharacter : undefined;
    return open.answers
      .completion(offset, { explicit: character === undefined, character })
      .map((item) => toCompletionItem(item, offset, positions, can));
  });
}
