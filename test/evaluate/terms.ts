import { readConfig } from '../../server/rules/config.ts';

/** Words that evaluated documents are asked to use: none of them has one of those that these take the place of. */
export const { terms: TERMS } = readConfig(`terms:
  - { use: short break, instead-of: [respite placement] }
  - { use: family who needs help, instead-of: [problem family] }
  - { use: child who lives elsewhere, instead-of: [displaced child, DPC] }
`).config;
