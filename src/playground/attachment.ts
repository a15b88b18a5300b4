/** A file that a person attaches to a command. */
export interface FileToUpload {
  readonly name: string;
  readonly contentType?: string;
  readonly bytes: Uint8Array;
}

/** What an interaction says of a file that came with it (resources/message, "Attachment Object"). */
export interface Upload {
  readonly id: string;
  readonly filename: string;
  readonly title?: string;
  readonly size: number;
  readonly url: string;
  readonly proxy_url: string;
  readonly content_type?: string;
  readonly ephemeral: true;
}
