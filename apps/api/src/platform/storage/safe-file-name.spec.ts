import { claimedExtension, safeFileName } from './safe-file-name.js';

describe('safeFileName', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['Résumé (final).pdf', 'Résumé (final).pdf'],
    ['Re\u0301sume\u0301.pdf', 'Résumé.pdf'],
    ['日本語 👩‍💻.png', '日本語 👩‍💻.png'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\system.ini', 'system.ini'],
    ['C:\\Users\\me\\shot.png', 'shot.png'],
    ['x.png\0.html', 'x.png.html'],
    ['a\r\nSet-Cookie: x.png', 'aSet-Cookie_ x.png'],
    ['invoice\u202egnp.exe', 'invoicegnp.exe'],
    ['a\u2066b\u200bc\ufeff.png', 'abc.png'],
    ['\ud800lone.png', 'lone.png'],
    ['"><img src=x onerror=alert(1)>.png', '___img src=x onerror=alert(1)_.png'],
    ['.htaccess', 'htaccess'],
    ['name. . .', 'name'],
    ['', 'file'],
    ['...', 'file'],
    ['///', 'file'],
    ['\u202e\0', 'file'],
  ])('%j becomes %j', (given, expected) => {
    expect(safeFileName(given)).toBe(expected);
  });

  it('is at most 255 bytes, cut between characters, with its extension', () => {
    for (const character of ['a', 'é', '語', '👍']) {
      const name = safeFileName(`${character.repeat(400)}.pdf`);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      expect(Buffer.byteLength(name)).toBeGreaterThan(250);
      expect(name).toMatch(/\.pdf$/);
      expect(name).toBe(name.normalize('NFC').replace(/\p{Cs}/gu, ''));
    }
    expect(Buffer.byteLength(safeFileName(`a.${'x'.repeat(400)}`))).toBe(255);
  });

  it('takes no longer than it should', () => {
    const start = performance.now();
    safeFileName(`${'. '.repeat(50_000)}x`);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('claimedExtension', () => {
  it.each([
    ['a.PNG', 'png'],
    ['a.tar.gz', 'gz'],
    ['a.mp4', 'mp4'],
    ['scan', null],
    ['Screenshot 10.42', null],
    ['v1.2', null],
    ['Dear Sir. Hello there', null],
  ])('of %j is %j', (name, expected) => {
    expect(claimedExtension(name)).toBe(expected);
  });
});
