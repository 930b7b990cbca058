/** 400 the request or the picture is wrong, 413 it is too much for this machine, 501 Sanity would do it, this lake does not. */
export type ImageErrorStatus = 400 | 413 | 501

/** A picture or an image URL that is refused. The message is one sentence for the person who sent it. */
export class ImageError extends Error {
  override readonly name = 'ImageError'
  readonly status: ImageErrorStatus

  constructor(status: ImageErrorStatus, message: string, options: ErrorOptions = {}) {
    super(message, options)
    this.status = status
  }
}
