import type { SectionRole, Vocabulary } from '../framework/vocabulary.ts';
import type { Block, PlacedBlock } from '../model/block.ts';
import { bind } from './bind.ts';
import type { Part } from './judgementHeadings.ts';
import type { Binding, Section, SectionContent } from './report.ts';

/** What there is of a part without a heading. */
export const UNNAMED: Binding = {
  title: '',
  level: 1,
  role: undefined,
  isOpen: false,
  block: undefined,
  headingJudgement: undefined,
  judges: undefined,
};

/** What an earlier report read, to be taken over section by section. */
export class KeptContents {
  readonly #byHeading = new Map<Block | undefined, Section>();

  constructor(sections: readonly Section[]) {
    for (const section of sections) this.#byHeading.set(section.heading?.block, section);
  }

  /** What a section is by its name alone; `parent` is the part that the section around it plays by its name. */
  binding(
    { heading, own }: Part,
    parent: SectionRole | undefined,
    vocabulary: Vocabulary | undefined,
  ): Binding {
    if (heading === undefined) return UNNAMED;
    const section = this.#byHeading.get(heading.block);
    if (section !== undefined && section.parent?.binding.role === parent && sameBlocks(section.own, own)) {
      const { binding } = section;
      // A part that the sections below gave it may not be its part any more.
      if (binding.judges === undefined)
        return binding.isOpen ? { ...binding, role: undefined, isOpen: false } : binding;
    }
    const id = own.find(({ block }) => block.sectionId !== undefined)?.block.sectionId;
    return bind(heading, parent, vocabulary, id);
  }

  content(
    heading: Block | undefined,
    own: readonly PlacedBlock[],
    role: SectionRole | undefined,
    judges: SectionRole | undefined,
  ): SectionContent | undefined {
    const section = this.#byHeading.get(heading);
    if (section?.content.role !== role || section?.binding.judges !== judges) return undefined;
    return sameBlocks(section?.own, own) ? section?.content : undefined;
  }
}

function sameBlocks(a: readonly PlacedBlock[] | undefined, b: readonly PlacedBlock[]): boolean {
  return a?.length === b.length && a.every(({ block }, index) => block === b[index]?.block);
}
