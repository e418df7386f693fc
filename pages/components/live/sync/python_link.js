// What Python says on every run, and the way back to it. A component of its own, and a small one, so that a release costs
// some bytes: the pictures, their code and their data are in components whose message never changes, and come once.

export default function ({ data, setTriggerValue }) {
  const channels = (globalThis.bigramLabChannels ??= new Map()),
    channel = channels.get(data.key) ?? {};
  channels.set(data.key, channel);
  const send = (message) => setTriggerValue("release", message);
  Object.assign(channel, { data, send });
  channel.hear?.();
  return () => {
    if (channel.send === send) channel.send = null; // the next element may be there before this one has gone
  };
}
