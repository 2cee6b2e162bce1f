import {
  type Fields,
  fields,
  numberField,
  optionalNumber,
  parseFields,
  textField,
} from './malformed';
import type { ClientMessage, NoticeMessage, ReadyMessage, ServerMessage } from './messages';

export function encode(message: ClientMessage): string {
  return JSON.stringify(message);
}

/**
 * Reads a text message. Unknown fields are ignored; the result for an unknown type is `undefined`.
 * Throws `MalformedMessageError` for anything that breaks the protocol.
 */
export function decode(data: string): ServerMessage | undefined {
  const from = parseFields(data);
  switch (textField(from, 'type')) {
    case 'ready':
      return ready(from);
    case 'satisfied':
      return { type: 'satisfied', revision: numberField(from, 'revision') };
    case 'queued':
      return {
        type: 'queued',
        revision: numberField(from, 'revision'),
        position: numberField(from, 'position'),
      };
    case 'notice':
      return notice(from);
    case 'error':
      return { type: 'error', ...coded(from) };
    default:
      return undefined;
  }
}

function ready(from: Fields): ReadyMessage {
  const model = fields(from.model, 'model');
  const limits = fields(from.limits ?? {}, 'limits');
  return {
    type: 'ready',
    session: textField(from, 'session'),
    model: {
      name: textField(model, 'name'),
      width: numberField(model, 'width'),
      height: numberField(model, 'height'),
      steps: numberField(model, 'steps'),
    },
    limits: {
      promptLength: optionalNumber(limits, 'promptLength'),
      maxSeed: optionalNumber(limits, 'maxSeed'),
      maxGuidanceScale: optionalNumber(limits, 'maxGuidanceScale'),
      resizable: limits.resizable === true,
    },
    seed: numberField(from, 'seed'),
    resume: from.resume == null ? undefined : textField(fields(from.resume, 'resume'), 'token'),
    resumed:
      from.resumed == null ? undefined : numberField(fields(from.resumed, 'resumed'), 'revision'),
  };
}

function notice(from: Fields): NoticeMessage {
  const words = Array.isArray(from.words) ? from.words : [];
  return {
    type: 'notice',
    ...coded(from),
    words: words.filter((word): word is string => typeof word === 'string'),
  };
}

function coded(from: Fields) {
  return {
    code: textField(from, 'code'),
    message: textField(from, 'message'),
    revision: optionalNumber(from, 'revision'),
  };
}
