import { normaliseName } from '../../framework/name.ts';
import type { SectionRole, Vocabulary } from '../../framework/vocabulary.ts';
import type { Span } from '../../text/span.ts';
import type { Line } from './lines.ts';
import { readMarker } from './marker.ts';

/** Recognises the timescales under which recommendations stand: `Within three months:`. */
export interface GroupReader {
  /** The group's name without its colon, or undefined when the line is none. */
  read(line: Line, role: SectionRole | undefined): Span | undefined;
}

/** A reader of the groups that a framework names. */
export function groupReader(vocabulary: Vocabulary): GroupReader {
  const groups = new Set(
    vocabulary.roles
      .flatMap(({ def }) => def.recommendations?.groups ?? [])
      .map((group) => normaliseName(group)),
  );
  return {
    read(line, role) {
      if (line.text.length > 100) return undefined;
      const { text, from, number, bullet } = readMarker(line);
      if (number !== undefined || !groups.has(normaliseName(text))) return undefined;
      const bare = text.replace(/[\s:]+$/, '');
      const hasColon = bare !== text;
      // Outside the section, or behind a bullet, only the colon tells a group from words of the text.
      if (!hasColon && (role?.def.recommendations === undefined || bullet !== undefined)) return undefined;
      return { from, to: from + bare.length };
    },
  };
}
