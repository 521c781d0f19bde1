import { startSmtpServer, type TestSmtpServer } from '../../../test/support/smtp-server.js';
import { Config } from '../../config/config.js';
import { KeepOnlyTransport } from './keep-only-transport.js';
import { mailTransportFrom } from './mail.module.js';
import { MailRefused } from './mail-transport.js';
import { SmtpTransport } from './smtp-transport.js';

const mail = {
  to: 'yuki@acme.test',
  subject: 'Mateo replied',
  html: '<p>Hello</p>',
  text: 'Hello',
  messageId: '<1@baton.test>',
};

describe('SmtpTransport', () => {
  let server: TestSmtpServer;
  let transport: SmtpTransport;

  beforeAll(async () => {
    server = await startSmtpServer();
    transport = new SmtpTransport({ url: server.url, from: 'Acme <help@acme.test>' });
  });

  beforeEach(() => {
    server.accept();
    server.received.length = 0;
  });

  afterAll(async () => {
    transport.onModuleDestroy();
    await server.stop();
  });

  it('hands over both parts, from us, marked as automatic', async () => {
    expect(await transport.send({ ...mail, headers: { 'In-Reply-To': '<0@baton.test>' } })).toBe('sent');
    const [{ from, to, raw }] = server.received as [(typeof server.received)[number]];
    expect({ from, to }).toEqual({ from: 'help@acme.test', to: ['yuki@acme.test'] });
    for (const line of [
      'From: Acme <help@acme.test>',
      'Subject: Mateo replied',
      'Message-ID: <1@baton.test>',
      'In-Reply-To: <0@baton.test>',
      'Auto-Submitted: auto-generated',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Type: text/html; charset=utf-8',
    ])
      expect(raw).toContain(line);
  });

  it('adds no header and no recipient for what stands in a subject or an address', async () => {
    await transport.send({ ...mail, subject: 'Hi\r\nBcc: eve@evil.test' });
    await transport.send({ ...mail, headers: { 'X-Ticket': 'a\r\nBcc: eve@evil.test' } });
    for (const { raw, to } of server.received) {
      expect(raw).not.toMatch(/^Bcc:/im);
      expect(to).toEqual(['yuki@acme.test']);
    }
    await transport.send({ ...mail, to: 'yuki@acme.test, eve@evil.test' }).catch(() => undefined);
    expect(server.received.flatMap(({ to }) => to)).not.toContain('eve@evil.test');
  });

  it.each([
    ['recipient', 550],
    ['message', 554],
  ] as const)('says that a %s refused with %d is refused for good', async (at, code) => {
    server.refuse(at, code);
    await expect(transport.send(mail)).rejects.toThrow(MailRefused);
  });

  it.each([
    ['recipient', 451],
    ['message', 452],
    ['recipient', 530],
  ] as const)('lets a %s put off with %d be tried again', async (at, code) => {
    server.refuse(at, code);
    const outcome = transport.send(mail).catch((error) => error);
    expect(await outcome).toBeInstanceOf(Error);
    expect(await outcome).not.toBeInstanceOf(MailRefused);
    server.accept();
    expect(await transport.send(mail)).toBe('sent');
  });

  it('lets a server that is away be tried again, and checks it', async () => {
    const away = await startSmtpServer();
    const other = new SmtpTransport({ url: away.url, from: 'help@acme.test' });
    await expect(other.check()).resolves.toBeUndefined();
    await away.stop();
    const error = await other.send(mail).catch((caught) => caught);
    expect(error).toHaveProperty('code', 'ESOCKET');
    expect(error).not.toBeInstanceOf(MailRefused);
    await expect(other.check()).rejects.toThrow();
    other.onModuleDestroy();
  });
});

describe('without a server', () => {
  it('keeps every mail', async () => {
    const transport = mailTransportFrom(new Config());
    expect(transport).toBeInstanceOf(KeepOnlyTransport);
    expect(await transport.send(mail)).toBe('kept');
    await expect(transport.check()).resolves.toBeUndefined();
  });

  it('a configured one is used', () => {
    const transport = mailTransportFrom(Object.assign(new Config(), { SMTP_URL: 'smtp://127.0.0.1:2525' }));
    expect(transport).toBeInstanceOf(SmtpTransport);
    (transport as SmtpTransport).onModuleDestroy();
  });
});
