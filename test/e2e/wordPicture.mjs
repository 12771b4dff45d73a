// Takes the README's picture of findings in Word: LibreOffice makes a letter, and prints it with its comments.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

const LETTER = `<html><head><meta charset="utf-8"></head><body>
<p>12 March 2026</p>
<p>Director of Children's Services<br>Riverside Council</p>
<p>Dear Director</p>
<p><b>Monitoring visit of Riverside children's services</b></p>
<p>This letter summarises what inspectors found at the monitoring visit to Riverside on 18 February 2026. It was the third visit since the local authority was judged inadequate in March 2024.</p>
<h2>Areas covered by the visit</h2>
<p>Inspectors looked at progress in visits to children, and in the supervision of social workers.</p>
<h2>Overview</h2>
<p>Visits are more often in time. Of 120 records that inspectors read, 62 (41%) had a plan that says who does what by when.</p>
<h2>Findings and evaluation of progress</h2>
<p>Supervision takes place every month in 38 of 40 teams (95%). In the others, 1 of 2 (60%) had none since January.</p>
<p>I am copying this letter to the Department for Education.</p>
<p>Yours sincerely</p>
</body></html>`;

/** Comments in the margin, as Writer's own dialogue for printing has it. */
const IN_MARGIN = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Writer/Print/Content"><prop oor:name="Note" oor:op="fuse"><value>4</value></prop></item>
</oor:items>`;

/** @param {string} images the folder for the picture */
export function takeWordPicture(images) {
  const work = mkdtempSync(path.join(tmpdir(), 'touchstone-word-picture-'));
  const file = (name) => path.join(work, name);
  const office = (...args) =>
    execFileSync('soffice', [`-env:UserInstallation=file://${work}/profile`, '--headless', ...args], {
      stdio: 'pipe',
    });
  try {
    mkdirSync(file('profile/user'), { recursive: true });
    writeFileSync(file('profile/user/registrymodifications.xcu'), IN_MARGIN);
    writeFileSync(file('letter.html'), LETTER);
    office(
      '--infilter=HTML (StarWriter)',
      '--convert-to',
      'docx:MS Word 2007 XML',
      '--outdir',
      work,
      file('letter.html'),
    );
    check(file('letter.docx'), file('commented.docx'));
    office('--print-to-file', '--outdir', work, file('commented.docx'));
    const picture = path.join(images, 'word-comments');
    const cut = ['-x', '45', '-y', '170', '-W', '815', '-H', '620'];
    execFileSync('pdftoppm', ['-r', '110', '-png', '-singlefile', ...cut, file('commented.pdf'), picture]);
    console.log('docs/images/word-comments.png');
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** A check that finds something ends with 1. */
function check(document, commented) {
  const cli = path.join(root, 'out/cli.cjs');
  const argv = ['check', document, '--framework', 'ofsted-monitoring-visit', '--comments', commented];
  try {
    execFileSync(process.execPath, [cli, ...argv], { stdio: 'pipe' });
  } catch (error) {
    if (error.status !== 1) throw error;
  }
}

if (process.argv[1] === import.meta.filename) takeWordPicture(path.join(root, 'docs/images'));
