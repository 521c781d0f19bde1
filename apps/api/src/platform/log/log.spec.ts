import { Writable } from 'node:stream';
import { QueryFailedError } from 'typeorm';
import { createLog } from './log.js';

describe('the log', () => {
  it('says what failed in the database without the values of the statement', () => {
    const lines: string[] = [];
    const log = createLog(
      'error',
      new Writable({
        write: (chunk, _encoding, done) => {
          lines.push(String(chunk));
          done();
        },
      }),
    );
    const driver = Object.assign(new Error('canceling statement due to statement timeout'), {
      code: '57014',
      detail: 'Key (email)=(secret@acme.test) already exists.',
    });
    const values = ['a secret message body', '$2b$12$hash'];
    log.error({ err: new QueryFailedError('INSERT INTO messages VALUES ($1, $2)', values, driver) }, 'request failed');
    const [line = ''] = lines;
    expect(JSON.parse(line).err).toMatchObject({
      type: 'QueryFailedError',
      code: '57014',
      message: driver.message,
      stack: expect.stringContaining('statement timeout'),
    });
    expect(line).not.toMatch(/secret|\$2b\$/);
  });
});
