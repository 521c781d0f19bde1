/** A public reply as the conflict check sees it. */
export interface ReplySeen {
  seq: number;
  authorId: string | null;
  authorIsCoordinator: boolean;
}

/** Did a colleague reply after what the sender last saw? Only public replies of other coordinators count. */
export const missedReplies = <T extends ReplySeen>(replies: readonly T[], lastSeenSeq: number, senderId: string): T[] =>
  replies.filter((reply) => reply.seq > lastSeenSeq && reply.authorIsCoordinator && reply.authorId !== senderId);
