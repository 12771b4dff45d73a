import type { Reference } from '../../model/reference.ts';
import { openingNames } from '../../report/openings.ts';
import type { Report } from '../../report/report.ts';
import type { Targets } from '../../report/targets.ts';

/** How a document names its parts: 1, 2, 3; 10.1, 10.2; Appendix A. Each list is made when something first asks for it. */
export class Naming {
  readonly #report: Report;
  readonly #targets: Targets;
  #forms: ReadonlyMap<string, number> | undefined;
  #openings: ReadonlySet<string> | undefined;

  constructor(report: Report, targets: Targets) {
    this.#report = report;
    this.#targets = targets;
  }

  /**
   * Whether a name that leads nowhere can only be one of this document's: where nothing here is named in that way, it is
   * another's. What opens with the name, be it not recognised as a paragraph or a caption, is there.
   */
  isOwn({ kind, name }: Reference): boolean {
    this.#forms ??= this.#countForms();
    const isNumber = kind === 'paragraph' || kind === 'section';
    const alike = this.#forms.get(isNumber ? formOf(name) : `${kind} ${formOf(name)}`) ?? 0;
    if (alike < (isNumber ? FEWEST_NUMBERED : 1)) return false;
    this.#openings ??= new Set(this.#report.model.blocks.flatMap(({ block }) => openingNames(block)));
    return !this.#openings.has(`${kind} ${name}`) && !(isNumber && this.#openings.has(name));
  }

  #countForms(): ReadonlyMap<string, number> {
    const forms = new Map<string, number>();
    for (const names of [this.#targets.paragraphs(), this.#targets.headings(), this.#targets.captions()]) {
      for (const name of names.keys()) forms.set(formOf(name), (forms.get(formOf(name)) ?? 0) + 1);
    }
    return forms;
  }
}

/** Two or three numbers may be those of a list. */
const FEWEST_NUMBERED = 3;

/** How a name is built: `10.3` and `2.1` alike, `Appendix B` and `Appendix C` alike. */
function formOf(name: string): string {
  return name.replace(/\d+/g, '0').replace(/[A-Z]/g, 'A');
}
