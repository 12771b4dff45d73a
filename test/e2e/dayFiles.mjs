// What a folder holds before the day begins, and what is copied in its course.
import { mkdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A pack of an update and of last month's plan, the one in Markdown, the other in YAML. */
export const FILES = {
  'touchstone.yaml': `# The papers of the improvement board.
rules: {}
`,
  'practice-update.md': `---
framework: practice-improvement-update
title: Practice update
organisation: Riverside Council
date: 2020-06-10
rules: { structure/missing-section: off }
---

# Practice update

## 1.0 Introduction

1.1 This update tells the board how practice has developed.

## 2.0 Visits to children

2.1 The table gives how many children were seen within their timescale.

| Measure               | Role   | Mar 2020 | Apr 2020 | May 2020 |
| --------------------- | ------ | -------- | -------- | -------- |
| Children seen in time | Target | 95%      | 95%      | 95%      |
| Children seen in time | Actual | 89%      | 92%      | 93%      |
`,
  'last-plan.report.yaml': `framework: improvement-plan-dashboard
title: Improvement plan for April
period: April 2020
sections:
  - heading: Dashboard
    body: |
      | Priority | Progress made this period | Actions status | Impact status |
      | -------- | ------------------------- | -------------- | ------------- |
      | Visits   | More children were seen.  | On target      | At risk       |
  - heading: Visits
    fields: { actions-status: On target, impact-status: At risk }
    sections:
      - heading: Objectives
        body: 95% of children are seen in time by June 2020.
      - heading: Progress made this period
        body: More children were seen in time than in March.
      - heading: Actions next period
        body: Team managers look at every late visit.
      - heading: Key actions, owners, impacts on objectives and timescale
        actions:
          - action: Look at every late visit
            owner: Head of Service
            impact: Fewer visits are late.
            due: June 2020
      - heading: Metrics
        measures:
          - measure: Children seen in time
            target: { Mar 2020: 95%, Apr 2020: 95% }
            actual: { Mar 2020: 89%, Apr 2020: 92% }
`,
};

export function layOutPack(folder) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(folder, name), text);
}

/** Resolves once a file on the disk holds what it should. */
export function written(file, satisfies, patience = 30_000) {
  return new Promise((resolve, reject) => {
    const look = () => {
      const text = readFileSync(file, 'utf8');
      if (satisfies(text)) settle(() => resolve(text));
    };
    const watcher = watch(path.dirname(file), look);
    const timer = setTimeout(() => {
      settle(() =>
        reject(new Error(`${path.basename(file)} is not as it should be:\n${readFileSync(file, 'utf8')}`)),
      );
    }, patience);
    const settle = (how) => {
      clearTimeout(timer);
      watcher.close();
      how();
    };
    look();
  });
}

/** As a spreadsheet copies cells. */
export const FIGURES = [
  ['Measure', 'Role', 'Mar 2020', 'Apr 2020', 'May 2020'],
  ['Children seen in time', 'Target', '95%', '95%', '95%'],
  ['Children seen in time', 'Actual', '89%', '92%', '93%'],
]
  .map((row) => `${row.join('\t')}\n`)
  .join('');

/** As Word copies a table: what it says without one, and with it. */
export const VISITS_FROM_WORD = {
  'text/plain': 'Team Children Seen in time\nNorth 200 150\nSouth 236 154\nAll 436 304\n',
  'text/html': `<html><body><!--StartFragment--><table class="MsoTableGrid"><tr><td><p class="MsoNormal"><b>Team</b></p></td>
<td><p>Children</p></td><td><p>Seen in time</p></td></tr>
<tr><td><p>North</p></td><td><p>200</p></td><td><p>150</p></td></tr>
<tr><td><p>South</p></td><td><p>236</p></td><td><p>154</p></td></tr>
<tr><td><p>All</p></td><td><p>436</p></td><td><p>304</p></td></tr></table><!--EndFragment--></body></html>`,
};
