import type { Problem } from '../text/problem.ts';
import type { Span } from '../text/span.ts';
import { listedWords } from '../values/listing.ts';
import { child, follow, headSpan, type Located, textOf, valueSpan } from './locate.ts';
import { nearest } from './name.ts';
import { typeMessage } from './schemaWords.ts';

/** One fault as the generated validators report it. */
export interface SchemaError {
  /** A JSON pointer to the value. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The key at fault, when it is the key itself that will not do. */
  readonly propertyName?: string;
  readonly data?: unknown;
  /** The part of the schema that the value was held against. */
  readonly parentSchema?: SchemaPart;
}

/** What messages read of a schema. */
export interface SchemaPart {
  readonly title?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  /** What to call a key of the map, when it is more than a key. */
  readonly keyName?: string;
  readonly patternErrorMessage?: string;
}

interface Fault {
  readonly error: SchemaError;
  readonly place: Located;
  /** The key that the value stands under, or the key of the list that it is an item of. */
  readonly name: string | undefined;
}

/** How many problems of one file are told: nobody reads more, and to find the place of each takes time. */
export const MAX_PROBLEMS = 200;
// Some errors are left out as echoes of others.
const MAX_ERRORS = 2 * MAX_PROBLEMS;

/** The problems that the errors come to: one for each fault, in the order of the text, as far as anyone reads. */
export function schemaMessages(root: Located, errors: readonly SchemaError[]): readonly Problem[] {
  const faults = independent(errors.slice(0, MAX_ERRORS))
    .slice(0, MAX_PROBLEMS)
    .map((error) => ({ error, ...follow(root, error.instancePath) }));
  return faults.map(toProblem).sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
}

// These only repeat that a part of the schema failed, which has an error of its own.
const ECHOES = new Set(['if', 'propertyNames']);

/** Leaves out what only follows from another error: one slip, one message. */
function independent(errors: readonly SchemaError[]): readonly SchemaError[] {
  const wrongType = new Set(errors.filter(isTypeError).map((error) => error.instancePath));
  const meant = new Set(errors.filter(isUnknownKey).map((error) => keyAt(error, meantKey(error))));
  const judged = new Set<string>();
  return errors.filter((error) => {
    if (ECHOES.has(error.keyword)) return false;
    if (error.keyword === 'required') return !meant.has(keyAt(error, error.params.missingProperty));
    if (isUnknownKey(error) || error.propertyName !== undefined) return true;
    if (wrongType.has(error.instancePath) && !isTypeError(error)) return false;
    const seen = judged.has(error.instancePath);
    judged.add(error.instancePath);
    return !seen;
  });
}

function isTypeError(error: SchemaError): boolean {
  return error.keyword === 'type' && error.propertyName === undefined;
}

function isUnknownKey(error: SchemaError): boolean {
  return error.keyword === 'additionalProperties';
}

function keyAt(error: SchemaError, key: unknown): string {
  return `${error.instancePath}/${key}`;
}

/** The key that an unknown key is probably a slip for: one like it, or the only one that it is the last part of. */
function meantKey(error: SchemaError): string | undefined {
  const known = Object.keys(error.parentSchema?.properties ?? {});
  const key = String(error.params.additionalProperty);
  const longer = known.filter((candidate) => candidate.endsWith(`/${key}`));
  return nearest(key, known, (candidate) => candidate)[0] ?? (longer.length === 1 ? longer[0] : undefined);
}

function toProblem(fault: Fault): Problem {
  const { error, place } = fault;
  if (error.propertyName !== undefined) return keyProblem(fault, error.propertyName);
  if (isUnknownKey(error)) return unknownKey(fault);
  if (error.keyword === 'required') return missingKey(fault);
  if (error.keyword === 'minItems') return { span: headSpan(place), message: `${subject(fault)} is empty.` };
  return { ...withMeant(meantChoice(fault)), span: valueSpan(place), message: valueMessage(fault) };
}

function withMeant(meant: string | undefined): Pick<Problem, 'meant'> {
  return meant === undefined ? {} : { meant };
}

/** Which of the values that a place can have was probably meant. */
function meantChoice({ error: { keyword, params }, place }: Fault): string | undefined {
  const written = textOf(place);
  if (keyword !== 'enum' || !Array.isArray(params.allowedValues) || written === undefined) return undefined;
  return nearest(written, params.allowedValues.map(String), (choice) => choice)[0];
}

function keyProblem({ error, place }: Fault, key: string): Problem {
  return { span: keySpan(place, key), message: patternMessage(key, error.parentSchema) };
}

function unknownKey({ error, place }: Fault): Problem {
  const key = String(error.params.additionalProperty);
  const { keyName, properties = {} } = error.parentSchema ?? {};
  const known = Object.keys(properties);
  const meant = meantKey(error);
  const what = keyName === undefined ? 'a key here' : `a ${keyName}`;
  // A long list helps nobody who reads it in a bubble.
  const choices = known.length > 0 && known.length <= 6 ? ` It can be ${listedWords(known, 'or')}.` : '';
  const hint = meant === undefined ? `.${choices}` : `; did you mean "${meant}"?`;
  return { ...withMeant(meant), span: keySpan(place, key), message: `"${key}" is not ${what}${hint}` };
}

function missingKey({ error, place }: Fault): Problem {
  const key = String(error.params.missingProperty);
  const written = child(place, key)?.key;
  if (written !== undefined) return { span: written.span, message: `"${key}" has no value.` };
  const owner = error.parentSchema?.title?.toLowerCase() ?? 'item';
  return { span: headSpan(place), message: `This ${owner} has no "${key}".` };
}

function keySpan(place: Located, key: string): Span {
  return child(place, key)?.key?.span ?? valueSpan(place);
}

function valueMessage(fault: Fault): string {
  const { error, place } = fault;
  const { params, keyword } = error;
  const written = textOf(place);
  if (keyword === 'type') return typeMessage(subject(fault), params.type, error.data, written);
  if (keyword === 'enum' && Array.isArray(params.allowedValues)) {
    return choiceMessage(fault, params.allowedValues.map(String), written);
  }
  if (keyword === 'pattern' && written !== undefined) return patternMessage(written, error.parentSchema);
  if (keyword === 'uniqueItems') return `${subject(fault)} has the same item twice.`;
  const bound = BOUNDS[keyword];
  if (bound !== undefined) return `${subject(fault)} should be ${bound} ${params.limit}, not ${written}.`;
  return `${subject(fault)} is not as expected here.`;
}

const BOUNDS: Readonly<Record<string, string>> = {
  minimum: 'at least',
  maximum: 'at most',
  exclusiveMinimum: 'more than',
  exclusiveMaximum: 'less than',
};

function choiceMessage(fault: Fault, choices: readonly string[], written: string | undefined): string {
  if (written === undefined) return `${subject(fault)} should be ${listedWords(choices, 'or')}.`;
  const meant = meantChoice(fault);
  const name = fault.name === undefined ? 'a value here' : `a value of "${fault.name}"`;
  if (meant !== undefined) return `"${written}" is not ${name}; did you mean "${meant}"?`;
  return `"${written}" is not ${name}: it can be ${listedWords(choices, 'or')}.`;
}

function patternMessage(written: string, schema: SchemaPart | undefined): string {
  const what = schema?.title?.toLowerCase() ?? 'value';
  const how = schema?.patternErrorMessage;
  return how === undefined
    ? `"${written}" is not a valid ${what}.`
    : `"${written}" is not a valid ${what}: ${how}.`;
}

function subject({ place, name, error }: Fault): string {
  if (place.key !== undefined) return `"${place.key.name}"`;
  if (name !== undefined) return `An item of "${name}"`;
  return `This ${error.parentSchema?.title?.toLowerCase() ?? 'file'}`;
}
