import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { notFound } from '../http/app-error.js';
import { requireStorageKey, StoragePort, type StoredAs } from './storage-port.js';

export interface S3Settings {
  /** Absent for AWS itself. */
  endpoint?: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** `host/bucket/key` instead of `bucket.host/key`; what most compatible servers want. */
  forcePathStyle: boolean;
}

const nothing = () => undefined;
/** Failures come back as errors; the SDK would also print some of them. */
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };

const isMissing = (error: unknown): boolean =>
  error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404;

/** Any S3-compatible bucket. */
export class S3Storage extends StoragePort {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor({ bucket, accessKeyId, secretAccessKey, ...rest }: S3Settings) {
    super();
    this.bucket = bucket;
    this.client = new S3Client({
      ...rest,
      credentials: { accessKeyId, secretAccessKey },
      // The SDK's own checksum trailers are unknown to many compatible servers.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      logger: SILENT,
      requestHandler: { connectionTimeout: 5000, socketTimeout: 30_000 },
    });
  }

  async put(key: string, content: Readable | Buffer, { contentType, size }: StoredAs): Promise<void> {
    const object = { ...this.at(key), Body: content, ContentType: contentType, ContentLength: size };
    const broken = new AbortController();
    // The SDK waits forever for a body that breaks off.
    if (!Buffer.isBuffer(content)) content.once('error', (error) => broken.abort(error));
    await this.client.send(new PutObjectCommand(object), { abortSignal: broken.signal });
  }

  async get(key: string): Promise<Readable> {
    try {
      const { Body } = await this.client.send(new GetObjectCommand(this.at(key)));
      // The SDK types the body for browsers too; under Node it is a Readable.
      return Body as Readable;
    } catch (error) {
      throw isMissing(error) ? notFound() : error;
    }
  }

  async delete(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.at(key)));
  }

  async exists(key: string): Promise<boolean> {
    try {
      await this.client.send(new HeadObjectCommand(this.at(key)));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  async check(): Promise<void> {
    await this.client.send(new HeadBucketCommand({ Bucket: this.bucket }));
  }

  private at(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.bucket, Key: requireStorageKey(key) };
  }
}
