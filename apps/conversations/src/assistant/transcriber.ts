import type { ModelUsage } from './assistant.js';

/** A voice note as it was received. */
export interface VoiceRecording {
  bytes: Buffer;
  /** As WhatsApp names it: `audio/ogg; codecs=opus`. */
  mimeType: string;
}

export interface Transcript {
  /** Her words; undefined when nothing can be understood in it. */
  text?: string;
  usage: ModelUsage[];
}

/** The port of whoever writes down what a voice note says. */
export interface Transcriber {
  /** Whether a file of this type and size can be written down at all. */
  takes(recording: { mimeType: string; sizeBytes: number }): boolean;
  /** @throws EngineFailed when it cannot be done now; what that cost is in it */
  transcribe(recording: VoiceRecording): Promise<Transcript>;
}
