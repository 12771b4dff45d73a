import type { Connection } from 'vscode-languageserver';
import { choiceOf, type FrameworkChoice, grouped, kindInWords } from '../features/frameworkChoices.ts';
import type { Pack } from '../features/pack.ts';
import { answerFault, questionsFor } from '../features/questions.ts';
import { type Scaffold, scaffold } from '../features/scaffold.ts';
import type { LibraryEntry } from '../framework/library.ts';
import { slugOf } from '../model/slug.ts';
import {
  ANSWER_FAULT_REQUEST,
  type AnswerFaultParams,
  type AnswerFaultResult,
  FRAMEWORKS_REQUEST,
  type FrameworksParams,
  type FrameworksResult,
  NEW_DOCUMENT_REQUEST,
  type NewDocumentParams,
  type NewDocumentResult,
  type OfferedFramework,
} from '../protocol.ts';
import { RULES } from '../rules/registry.generated.ts';
import type { Packs } from './packs.ts';

/** Answers what an editor needs to begin a document: what it can follow, what to ask, and its text. */
export function answerBeginnings(connection: Connection, packs: Packs): void {
  const packOf = (folder: string | undefined): Promise<Pack> => packs.of(`${folder ?? 'untitled:'}/new`);
  connection.onRequest(FRAMEWORKS_REQUEST, async ({ folders }: FrameworksParams) => {
    const found = await Promise.all((folders.length === 0 ? [undefined] : folders).map(packOf));
    return offered(found);
  });
  connection.onRequest(
    ANSWER_FAULT_REQUEST,
    async ({ framework, folder, key, answer }: AnswerFaultParams): Promise<AnswerFaultResult> => {
      const { library } = await packOf(folder);
      const entry = library.get(framework);
      if (entry === undefined || answer.trim() === '') return null;
      return answerFault(entry.vocabulary, [key, [answer]], { library, rules: RULES }) ?? null;
    },
  );
  connection.onRequest(
    NEW_DOCUMENT_REQUEST,
    async ({ framework, folder, language, answers }: NewDocumentParams): Promise<NewDocumentResult> => {
      const entry = (await packOf(folder)).library.get(framework);
      if (entry === undefined) return null;
      const given = Object.entries(answers).filter(([, answer]) => answer.trim() !== '');
      const known = new Map(given.map(([key, answer]) => [key, [answer.trim()]] as const));
      const title = known.get('title')?.[0] ?? entry.vocabulary.framework.title;
      return {
        pieces: piecesOf(scaffold({ entry, syntax: language, answers: known })),
        name: `${fileName(title)}.report.${language === 'yaml' ? 'yaml' : 'md'}`,
      };
    },
  );
}

/** A title as the name of a file: short enough for any disk, and never empty. */
function fileName(title: string): string {
  return slugOf(title).replace(/-+/g, '-').slice(0, 60).replace(/-$/, '') || 'new';
}

interface Offer extends FrameworkChoice {
  readonly entry: LibraryEntry;
  readonly folder: string | undefined;
}

/** The frameworks of all packs; of two with one id the first counts. */
function offered(packs: readonly Pack[]): FrameworksResult {
  const offers = new Map<string, Offer>();
  for (const { library, folder } of packs) {
    for (const entry of library.ids().flatMap((id) => library.get(id) ?? [])) {
      const choice = choiceOf(entry);
      const isNew =
        !offers.has(choice.id) || (offers.get(choice.id)?.path === undefined && choice.path !== undefined);
      if (isNew)
        offers.set(choice.id, { ...choice, entry, folder: choice.path === undefined ? undefined : folder });
    }
  }
  return grouped([...offers.values()]).flatMap(({ choices }) => choices.map(toOffered));
}

function toOffered({ id, title, inspectorate, kind, inForce, folder, entry }: Offer): OfferedFramework {
  return {
    id,
    title,
    ...(inspectorate === undefined ? {} : { inspectorate }),
    kind: kindInWords(kind),
    ...(inForce === undefined ? {} : { inForce }),
    ...(folder === undefined ? {} : { folder }),
    questions: questionsFor(entry.vocabulary).map(({ key, label, description, suggestion, example }) => ({
      key,
      label,
      ...(description === undefined ? {} : { description }),
      ...(suggestion === undefined ? {} : { suggestion }),
      ...(example === undefined ? {} : { example }),
    })),
  };
}

function piecesOf({ text, gaps }: Scaffold): readonly string[] {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to } of gaps) {
    pieces.push(text.slice(at, from), text.slice(from, to));
    at = to;
  }
  return [...pieces, text.slice(at)];
}
