import type { Random } from '../incremental/random.ts';
import { paragraph, plainSentence } from './prose.ts';
import { ACTIONS, EVIDENCE, LOCALITIES, MEASURES, WORKERS } from './words.ts';

/** A section of a generated report, to be written as Markdown or as YAML. */
export interface GeneratedSection {
  readonly heading: string;
  readonly level: number;
  readonly judgement: string | undefined;
  /** Markdown. */
  readonly body: string;
}

const LABELS = ['Outstanding', 'Good', 'Adequate', 'Inadequate'];

const JUDGED: readonly (readonly [heading: string, opening: string])[] = [
  ['Overall effectiveness', 'The overall effectiveness of safeguarding services is'],
  ['Capacity for improvement', 'The capacity for improvement is'],
  [
    'Children and young people are safe and feel safe',
    'Safeguarding outcomes for children and young people are',
  ],
  ['Quality of provision', 'The quality of provision is'],
  ['Ambition and prioritisation', 'Ambition and prioritisation are'],
  ['Leadership and management', 'Leadership and management are'],
  ['Performance management and quality assurance', 'Performance management and quality assurance are'],
  ['Partnership working', 'Partnership working is'],
];

/** The report is of March 2012. */
const DUES = [
  'By end of June 2012',
  '30 April 2012',
  'September 2012',
  '31/07/2012',
  'Q2 2012/13',
  'Quarterly',
];
const PAST = ['January 2012', 'By end of 2011', 'ASAP'];
const STATUSES = ['In progress', 'Not started', 'On target'];

/** Writes chapters of one report, each with all sections of the framework, numbered in one sequence. */
export class ReportWriter {
  readonly #random: Random;
  readonly #grades: ReadonlyMap<string, number>;
  #paragraph = 0;
  #chapter = 0;

  constructor(random: Random) {
    this.#random = random;
    this.#grades = new Map(JUDGED.map(([heading]) => [heading, 2 + random.below(2)]));
  }

  *sections(): Generator<GeneratedSection> {
    for (;;) {
      this.#chapter += 1;
      const place = LOCALITIES[(this.#chapter - 1) % LOCALITIES.length] ?? '';
      yield this.#section(`${this.#chapter}. Inspection of ${place}`, 2, '');
      yield this.#section('About this inspection', 3, this.#about());
      yield this.#section('Service information', 3, `${this.#numbered(3)}\n\n${this.#measures()}`);
      yield this.#section('Safeguarding services', 3, '');
      for (const [heading, opening] of JUDGED) {
        if (heading.startsWith('Children')) yield this.#outcomes();
        yield this.#judged(heading, opening);
        if (heading === 'Capacity for improvement') {
          yield this.#section('Areas for improvement', 4, this.#recommendations());
        }
      }
      yield this.#section('Record of main findings', 3, this.#summary());
    }
  }

  #section(heading: string, level: number, body: string, judgement?: string): GeneratedSection {
    return { heading, level, body, judgement };
  }

  #outcomes(): GeneratedSection {
    return this.#section('Safeguarding outcomes for children and young people', 4, '');
  }

  #judged(heading: string, opening: string): GeneratedSection {
    const random = this.#random;
    const grade = this.#grades.get(heading) ?? 2;
    const label = LABELS[grade - 1] ?? '';
    // Now and then label and grade do not fit each other, or the text says something else than the field.
    const shown = random.chance(0.08) ? grade - 1 : grade;
    const said = random.chance(0.02) ? 'outstanding' : label.toLowerCase();
    const first = `${this.#number()}. ${opening} ${said}. ${paragraph(random)}`;
    const level = heading.startsWith('Children') ? 5 : 4;
    const body = `${first}\n\n${this.#numbered(2 + random.below(2))}`;
    const table = random.chance(0.3) ? `\n\n${this.#measures()}` : '';
    return this.#section(heading, level, body + table, `${label} (Grade ${shown})`);
  }

  #number(): number {
    this.#paragraph += this.#random.chance(0.01) ? 2 : 1;
    return this.#paragraph;
  }

  #numbered(count: number): string {
    return Array.from({ length: count }, () => `${this.#number()}. ${paragraph(this.#random)}`).join('\n\n');
  }

  #about(): string {
    const random = this.#random;
    const paragraphs = this.#numbered(2);
    const number = `${this.#number()}. `;
    const indent = ' '.repeat(number.length);
    const items = Array.from({ length: 4 }, () => `${indent}- ${random.pick(EVIDENCE)}`).join('\n');
    return `${paragraphs}\n\n${number}Inspectors considered:\n\n${items}`;
  }

  #recommendations(): string {
    const random = this.#random;
    const number = `${this.#number()}. `;
    const indent = ' '.repeat(number.length);
    const group = (name: string) =>
      `${indent}**${name}:**\n\n${Array.from({ length: 3 }, () => `${indent}- ${random.pick(ACTIONS)}`).join('\n')}`;
    const opening = `${number}To improve services, the local authority and its partners should:`;
    const groups = ['Immediately', 'Within three months', 'Within six months'].map(group);
    return [opening, ...groups, this.#actions()].join('\n\n');
  }

  /** What is done about them, by whom and by when; now and then too late, or by a day that nobody can be held to. */
  #actions(): string {
    const random = this.#random;
    const rows = Array.from({ length: 5 }, () => {
      const due = random.chance(0.04) ? random.pick(PAST) : random.pick(DUES);
      const cells = [random.pick(ACTIONS), random.pick(WORKERS), due, random.pick(STATUSES)];
      return `| ${cells.join(' | ')} |`;
    });
    return `| Action | Owner | Timescale | Status |\n| --- | --- | --- | --- |\n${rows.join('\n')}`;
  }

  /** A table of measures over time, as a council's dashboard has it, with a cell left empty here and there. */
  #measures(): string {
    const random = this.#random;
    const months = ['Sep 2011', 'Oct 2011', 'Nov 2011', 'Dec 2011', 'Jan 2012'];
    const first = random.below(MEASURES.length);
    const rows = Array.from({ length: 6 }, (_, index) => {
      const measure = MEASURES[(first + index) % MEASURES.length] ?? '';
      const of = 40 + random.below(300);
      const cells = months.map(() => {
        if (random.chance(0.05)) return '';
        const part = random.below(of);
        return `${part} (${Math.round((100 * part) / of)}%)`;
      });
      return `| ${[measure, String(of), ...cells].join(' | ')} |`;
    });
    const head = `| Measure | Number | ${months.join(' | ')} |\n| --- | ---: |${' ---: |'.repeat(months.length)}`;
    return `${head}\n${rows.join('\n')}\n\n${plainSentence(random)}`;
  }

  #summary(): string {
    const rows = JUDGED.map(([heading]) => {
      const label = LABELS[(this.#grades.get(heading) ?? 2) - 1] ?? '';
      return `| ${heading} | ${this.#random.chance(0.06) ? '' : label} |`;
    });
    return `| Area | Judgement |\n| --- | --- |\n${rows.join('\n')}`;
  }
}
