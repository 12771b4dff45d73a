import configSchema from '../../schemas/config.schema.json';
import frameworkSchema from '../../schemas/framework.schema.json';
import reportSchema from '../../schemas/report.schema.json';
import { entries, items, type Located } from '../framework/locate.ts';

/** What the editor reads of a JSON Schema. */
export interface Schema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  /** What a text must match. */
  readonly pattern?: string;
  readonly examples?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly definitions?: Readonly<Record<string, Schema>>;
  /** What to call a key of the map, when it is more than a key. */
  readonly keyName?: string;
  /** What the value is the name of (dataNames.ts). */
  readonly refersTo?: readonly string[];
  readonly outline?: Outline;
}

/** What an outline shows of a map: keys in it, or paths of keys with `/` between them. */
export interface Outline {
  /** Where the name stands, unless the map has it for its key. */
  readonly name?: string;
  readonly detail?: readonly string[];
  /** Where a sentence stands that says what it is. */
  readonly text?: string;
}

/** Keys, and indices of lists, from the root on. */
export type Path = readonly (string | number)[];

/** A place of data with all that the schema says of it: one schema for each form that it may take. */
export interface Described {
  readonly place: Located;
  readonly schemas: readonly Schema[];
}

/** A schema that can be followed into the data. */
export class SchemaTree {
  readonly #root: Schema;

  constructor(root: Schema) {
    this.#root = root;
  }

  /** What the schema says of the place at a path; nothing for a place that it does not know. */
  at(path: Path): readonly Schema[] {
    return path.reduce((schemas, step) => this.below(schemas, step), this.branches(this.#root));
  }

  /** What it says of an entry or item of a place. */
  below(schemas: readonly Schema[], step: string | number): readonly Schema[] {
    return schemas.flatMap((schema) => {
      if (typeof step === 'number') return schema.items === undefined ? [] : this.branches(schema.items);
      const own = schema.properties?.[step];
      if (own !== undefined) return this.branches(own);
      const others = schema.additionalProperties;
      return typeof others === 'object' ? this.branches(others) : [];
    });
  }

  root(place: Located): Described {
    return { place, schemas: this.branches(this.#root) };
  }

  /** The entries or items of a place. */
  parts({ place, schemas }: Described): readonly Described[] {
    return [
      ...entries(place).map((entry) => ({ place: entry, schemas: this.below(schemas, entry.key.name) })),
      ...items(place).map((item, index) => ({ place: item, schemas: this.below(schemas, index) })),
    ];
  }

  /** A schema with references followed, and one for each form that it allows. What stands beside a reference wins. */
  branches(schema: Schema): readonly Schema[] {
    const { $ref, ...own } = schema;
    const name = $ref?.replace('#/definitions/', '');
    const target = name === undefined ? undefined : this.#root.definitions?.[name];
    if (target !== undefined) return this.branches({ ...target, ...own });
    const forms = [own.then, own.else, ...(own.anyOf ?? []), ...(own.oneOf ?? []), ...(own.allOf ?? [])];
    return [own, ...forms.flatMap((form) => (form === undefined ? [] : this.branches(form)))];
  }
}

/** The first schema that says something, and what it says. */
export function said<K extends keyof Schema>(schemas: readonly Schema[], key: K): Schema[K] | undefined {
  return schemas.find((schema) => schema[key] !== undefined)?.[key];
}

/** Whether a map's keys are names that its author gives, such as those of scales. */
export function isNamed(schemas: readonly Schema[], key: string): boolean {
  return schemas.some(
    ({ properties, additionalProperties, keyName }) =>
      keyName !== undefined || (typeof additionalProperties === 'object' && properties?.[key] === undefined),
  );
}

/** The schemas of all that is written as data. */
export const SCHEMAS = {
  framework: new SchemaTree(frameworkSchema),
  config: new SchemaTree(configSchema),
  report: new SchemaTree(reportSchema),
};
