import { InvalidConfig, loadConfig } from './load-config.js';

const DATABASE = { DATABASE_URL: 'postgres://baton:secret@localhost/baton' };

/** What is said about these variables. */
function problemsOf(env: NodeJS.ProcessEnv): string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof InvalidConfig) return error.problems;
    throw error;
  }
}

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(loadConfig({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', DATA_DIR: '.data', DEMO: 'on', ROLE: 'all' });
  });

  it('takes numbers and switches as text, and an empty variable for an absent one', () => {
    const config = loadConfig({ PORT: '8080', DATABASE_POOL: '4', BATON_TEST_CLOCK: '1', SMTP_URL: '', DEMO: '' });
    expect(config).toMatchObject({ PORT: 8080, DATABASE_POOL: 4, BATON_TEST_CLOCK: true, DEMO: 'on' });
    expect(config.SMTP_URL).toBeUndefined();
  });

  it('ignores what it does not know', () => {
    expect(loadConfig({ HOME: '/', PATH: '/bin' })).not.toHaveProperty('HOME');
  });

  it.each([
    ['NODE_ENV', { NODE_ENV: 'staging' }],
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: 'http' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'desk.example.org' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'javascript:alert(1)' }],
    ['ROLE', { ROLE: 'server' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/baton', JWT_SECRET: 'x'.repeat(32) }],
    ['DATABASE_OWNER_URL', { DATABASE_OWNER_URL: 'localhost' }],
    ['DATABASE_POOL', { DATABASE_POOL: '1' }],
    ['JOB_SHARING_MS', { JOB_SHARING_MS: '5000' }],
    ['DEMO', { DEMO: 'yes' }],
    ['JWT_SECRET', { ...DATABASE, JWT_SECRET: 'short' }],
    ['JWT_SECRET', DATABASE],
    ['SMTP_URL', { SMTP_URL: 'http://mail.example.org' }],
    ['S3_ENDPOINT', { S3_ENDPOINT: 'minio' }],
    ['S3_SECRET_ACCESS_KEY', { S3_BUCKET: 'files', S3_ACCESS_KEY_ID: 'key' }],
    ['TRUST_PROXY', { TRUST_PROXY: '-1' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['BATON_TEST_CLOCK', { BATON_TEST_CLOCK: '1', NODE_ENV: 'production' }],
  ])('says in one line that %s is wrong', (name, env) => {
    const problems = problemsOf(env as NodeJS.ProcessEnv);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
  });

  it('says first what comes first', () => {
    expect(problemsOf({ PORT: 'http' })).toEqual(['PORT must be an integer number']);
    expect(problemsOf(DATABASE)).toEqual(['JWT_SECRET is required with DATABASE_URL']);
  });

  it('names every variable that is wrong', () => {
    const error = new InvalidConfig(problemsOf({ PORT: 'x', ROLE: 'y', DEMO: 'z' }));
    expect(error.problems).toHaveLength(3);
    for (const name of ['PORT', 'ROLE', 'DEMO']) expect(error.message).toContain(`  - ${name}`);
  });

  it('never repeats a secret', () => {
    const secret = 'not-long-enough';
    expect(problemsOf({ ...DATABASE, JWT_SECRET: secret }).join()).not.toContain(secret);
    expect(problemsOf({ DATABASE_OWNER_URL: `mysql://baton:${secret}@x` }).join()).not.toContain(secret);
  });
});
