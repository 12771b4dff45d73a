import assert from 'node:assert/strict';
import { type TrendStep, trendChart } from '../server/features/trendChart.ts';

const at = (when: string, actual?: number, target?: number): TrendStep => ({
  when,
  actual: actual === undefined ? undefined : { text: `${actual}%`, value: actual },
  target: target === undefined ? undefined : { text: `${target}%`, value: target },
});

describe('trend chart', () => {
  it('draws what was reached with dots and what was aimed at dashed, and says both in words', () => {
    const chart = trendChart('Visits', [at('March', 80, 90), at('April', 100, 90), at('May', 90, 90)]);
    assert.equal(chart?.words, 'Visits: 3 figures, from 80% in March to 90% in May; the target then was 90%');
    assert.match(chart.svg, /stroke-dasharray="4 3" points="10,44 130,44 250,44"/);
    assert.match(chart.svg, /stroke-width="2" points="10,66 130,22 250,44"/);
    assert.equal(chart.svg.match(/<circle /g)?.length, 3);
    assert.match(chart.svg, /<title>Visits: 3 figures/);
    for (const label of ['80%', '90%', 'March', 'May']) assert.ok(chart.svg.includes(`>${label}</text>`));
  });

  it('leaves a gap where there is no figure', () => {
    const chart = trendChart('Visits', [at('1', 1), at('2', 2), at('3'), at('4', 4)]);
    assert.equal(chart?.svg.match(/<polyline /g)?.length, 2);
    assert.equal(chart.svg.match(/<circle /g)?.length, 3);
  });

  it('begins with the first figure and ends with the last, where the labels stand', () => {
    const chart = trendChart('Visits', [at('1', undefined, 9), at('2', 1), at('3', 2), at('4')]);
    assert.match(chart?.svg ?? '', /stroke-width="2" points="10,66 250,22"/);
    assert.ok(!chart?.svg.includes('stroke-dasharray'));
  });

  it('draws nothing of a single figure', () => {
    assert.equal(trendChart('Visits', [at('March', 80, 90), at('April', undefined, 90)]), undefined);
    assert.equal(trendChart('Visits', []), undefined);
  });

  it('draws figures that are all the same in the middle', () => {
    assert.match(trendChart('Visits', [at('1', 5), at('2', 5)])?.svg ?? '', /points="10,44 250,44"/);
  });

  it("writes an author's words so that they cannot be taken for a part of the picture", () => {
    const name = '</title><script>"&\uD800\u0007';
    const { svg } = trendChart(name, [at('<b>', 1), at('A very long name of a period', 2)]) ?? { svg: '' };
    assert.ok(!/<script|<b>|\p{Cs}|\p{Cc}/u.test(svg));
    assert.ok(svg.includes('&lt;/title&gt;&lt;script&gt;&quot;&amp;'));
    assert.ok(svg.includes('>A very long name of…</text>'));
  });

  it('stays small however long the series', () => {
    const steps = Array.from({ length: 500 }, (_, index) => at(`Month ${index}`, index % 97, 1.25 * index));
    const { svg, words } = trendChart('Visits', steps) ?? { svg: '', words: '' };
    assert.ok(svg.length > 0 && svg.length <= 4096, String(svg.length));
    assert.match(words, /^Visits: 36 figures, from 76% in Month 464/);
  });
});
