import type { FieldDef } from '../framework/framework.ts';
import type { FrameworkLibrary } from '../framework/library.ts';
import { normaliseName } from '../framework/name.ts';
import type { Vocabulary } from '../framework/vocabulary.ts';
import { newDocument } from '../model/newDocument.ts';
import { BUILT_IN_FIELDS } from '../report/builtInFields.ts';
import { DEFAULT_CONFIG } from '../rules/config.ts';
import type { RuleEntry } from '../rules/rule.ts';
import { SourceText } from '../text/sourceText.ts';
import { analyse } from './analysis.ts';

/** What is asked before a document is begun. Every question may be left open. */
export interface Question {
  /** The field that the answer is put into. */
  readonly key: string;
  readonly label: string;
  readonly description: string | undefined;
  /** An answer to begin with; undefined where none is likely. */
  readonly suggestion: string | undefined;
  /** What an answer looks like; undefined for plain text. */
  readonly example: string | undefined;
}

/** The fields that hold days, with what they look like. */
const DATED: ReadonlyMap<FieldDef['type'], string> = new Map([
  ['date', '5 March 2026'],
  ['date-range', '2 to 6 March 2026'],
  ['period', 'March 2026'],
]);

/** The title, the organisation, and the days that there must be: or else the day that the document speaks from. */
export function questionsFor({ framework, fieldsByName }: Vocabulary): readonly Question[] {
  const title = framework.fields.find(({ id }) => id === 'title');
  const dates = framework.fields.filter(({ type, required }) => required && DATED.has(type));
  return [
    ...(title === undefined ? [] : [{ ...question(title), suggestion: framework.title }]),
    builtIn('organisation', 'Organisation', fieldsByName),
    ...(dates.length > 0 ? dates.map(question) : [builtIn('date', 'Date', fieldsByName)]),
  ];
}

function question({ id, label, description, type }: FieldDef): Question {
  return {
    key: id,
    label,
    description: description ?? BUILT_IN_FIELDS.get(id)?.description,
    suggestion: undefined,
    example: DATED.get(type),
  };
}

function builtIn(key: string, label: string, own: Vocabulary['fieldsByName']): Question {
  const def = own.get(key);
  if (def !== undefined) return question(def);
  const { description } = BUILT_IN_FIELDS.get(key) ?? {};
  const example = key === 'date' ? DATED.get('date') : undefined;
  return { key, label, description, suggestion: undefined, example };
}

/** The key of a field that someone names by its id, its label or an alias; undefined where there is none. */
export function fieldKeyOf(name: string, { fieldsByName }: Vocabulary): string | undefined {
  const key = normaliseName(name).replaceAll(' ', '-');
  return fieldsByName.get(normaliseName(name))?.id ?? (BUILT_IN_FIELDS.has(key) ? key : undefined);
}

/** What is wrong with an answer, such as a day that there is not; undefined where nothing is. */
export function answerFault(
  { framework }: Vocabulary,
  [key, values]: readonly [key: string, values: readonly string[]],
  { library, rules }: { readonly library: FrameworkLibrary; readonly rules: readonly RuleEntry[] },
): string | undefined {
  const [first = '', ...more] = values;
  const meta = [['framework', framework.id] as const, [key, more.length === 0 ? first : values] as const];
  const text = newDocument({ meta, heading: undefined, opening: '', sections: [], closing: '' }, 'yaml');
  const { findings } = analyse({
    path: '',
    syntax: 'yaml',
    text: SourceText.of(text),
    library,
    config: DEFAULT_CONFIG,
    inPack: false,
    framework: framework.id,
    rules: rules.filter(({ id }) => id === 'document/invalid-field'),
  });
  return findings[0]?.message;
}
