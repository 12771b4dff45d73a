import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { SET_ASIDE_REQUEST } from '../../server/protocolBaseline.ts';
import { ASKS } from './asks.ts';
import { SUBJECTS, type Subject } from './pack.ts';
import { type Question, questions, type Session } from './session.ts';

/** What came of a request: its answer, or the code and the words with which it was refused. */
export type Outcome = { readonly answer: unknown } | { readonly code: number; readonly message: string };

const CONTENT_MODIFIED = -32801;
const REQUEST_CANCELLED = -32800;
const REQUEST_FAILED = -32803;

/** Whether there is anything in an answer. */
export function says(outcome: Outcome): boolean {
  if (!('answer' in outcome)) return false;
  const { answer } = outcome;
  if (typeof answer === 'object' && answer !== null && 'data' in answer && Array.isArray(answer.data)) {
    return answer.data.length > 0;
  }
  return answer !== null && !(Array.isArray(answer) && answer.length === 0);
}

/** Whether a client is told to ask again, or that its wish not to know was heard. */
export function isPutOff(outcome: Outcome): boolean {
  return 'code' in outcome && [CONTENT_MODIFIED, REQUEST_CANCELLED].includes(outcome.code);
}

/** An answer, or a sentence that says why there is none; nothing else is ever to be seen. */
export function assertAnswered({ key }: Question, outcome: Outcome): void {
  if (!('code' in outcome)) return;
  assert.equal(outcome.code, REQUEST_FAILED, `${key}: ${outcome.message}`);
  assert.match(key, /\/(?:prepareRename|rename) /, outcome.message);
  assert.match(outcome.message, /^["\p{Lu}].*\.$/u, key);
}

/**
 * What is answered, or not, while the text changes: the answer for the text that was asked about, and never one that is
 * of another. Only what is asked of all files at once, and of no place, may be of the texts as they are by then.
 */
export async function assertMeanwhile(
  question: Question,
  got: Outcome,
  first: Answers,
  now: Answers,
): Promise<void> {
  if (isPutOff(got)) return;
  const { method } = question.ask;
  const isOfAll = method.startsWith('workspace/') || method === SET_ASIDE_REQUEST;
  if (isOfAll && isDeepStrictEqual(got, await now.to(question))) return;
  if (method === 'workspace/symbol') {
    assertOfEach(got, await first.to(question), await now.to(question));
    return;
  }
  assert.deepEqual(got, await first.to(question), question.key);
}

/** Files change one after the other: the symbols of each are those of one of its versions, and in their order. */
function assertOfEach(got: Outcome, first: Outcome, now: Outcome): void {
  const files = new Set([got, first, now].flatMap((outcome) => symbolsOf(outcome).map(fileOf)));
  for (const file of files) {
    const [own, before, after] = [got, first, now].map((outcome) =>
      symbolsOf(outcome).filter((symbol) => fileOf(symbol) === file),
    );
    if (!isDeepStrictEqual(own, after)) assert.deepEqual(own, before, file);
  }
}

function symbolsOf(outcome: Outcome): readonly string[] {
  assert.ok('answer' in outcome && Array.isArray(outcome.answer));
  return outcome.answer.map(String);
}

function fileOf(symbol: string): string {
  return /"uri":"([^"]*)"/.exec(symbol)?.[1] ?? assert.fail(`${symbol} stands nowhere.`);
}

/** What a server answers that knows each text in one version alone: asked when it is needed, and once. */
export class Answers {
  readonly #session: Session;
  readonly #known = new Map<string, Outcome>();

  constructor(session: Session) {
    this.#session = session;
  }

  async to(question: Question): Promise<Outcome> {
    const known = this.#known.get(question.key) ?? (await this.#session.ask(question));
    this.#known.set(question.key, known);
    return known;
  }

  /** Each request of the table once, where there is something to say if there is anywhere. */
  async telling(subject: Subject): Promise<readonly Question[]> {
    const found: Question[] = [];
    for (const ask of ASKS)
      found.push(...(await this.#first(questions(subject).filter((one) => one.ask === ask))));
    return found;
  }

  async #first(all: readonly Question[]): Promise<readonly Question[]> {
    for (const question of all) if (says(await this.to(question))) return [question];
    return all.slice(0, 1);
  }

  leave(): Promise<void> {
    return this.#session.leave();
  }
}

/** Opens every document of the pack in a new server. */
export async function opened(
  session: Session,
  textOf: (subject: Subject) => string = ({ text }) => text,
): Promise<Session> {
  for (const subject of SUBJECTS) await session.open(subject, textOf(subject));
  return session;
}
