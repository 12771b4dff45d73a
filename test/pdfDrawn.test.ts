import assert from 'node:assert/strict';
import { flowOf } from './convert/pdf/flowOf.ts';
import { pageOf } from './convert/pdf/makeOdd.ts';

describe('PDF as other programs draw it', () => {
  const linesOf = async (...drawn: readonly string[]): Promise<readonly string[]> => {
    const { text } = await flowOf(pageOf(drawn.map((one) => `BT ${one} ET`).join('\n'), ''));
    return text.trim().split('\n');
  };

  it('keeps the blank behind the small raised mark of a footnote', async () => {
    const drawn =
      '/F0 11 Tf 70 700 Td (as told in reports) Tj /F0 7 Tf 4 Ts (7 ) Tj /F0 11 Tf 0 Ts (of the panel) Tj';
    assert.deepEqual(await linesOf(drawn), ['as told in reports7 of the panel']);
  });

  it('reads words once that are drawn twice, to look bold or with a shadow', async () => {
    const lines = await linesOf(
      '/F0 14 Tf 70.9 699.2 Td (Harvest for the north) Tj',
      '/F0 14 Tf 70 700 Td (Harvest for the north) Tj',
      '/F0 14 Tf 70 660 Td (Harvest for the north) Tj',
      '/F0 14 Tf 70 620 Td (10) Tj',
      '/F0 14 Tf 74 620 Td (10) Tj',
    );
    assert.deepEqual(
      lines.filter((line) => line.startsWith('Harvest')),
      ['Harvest for the north', 'Harvest for the north'],
    );
    assert.equal(lines.join(' ').match(/10/g)?.length, 2);
  });
});
