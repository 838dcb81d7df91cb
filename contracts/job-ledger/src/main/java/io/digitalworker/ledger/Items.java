package io.digitalworker.ledger;

import java.util.Locale;

/**
 * The catalogue of the table (design §4.5): sort keys and attribute names. It is the contract between
 * services and between their versions: a name never changes its meaning, readers pass over what they
 * do not know, and writers update named attributes only. Times are epoch milliseconds, except
 * {@link #EXPIRES_AT}.
 *
 * <table>
 * <caption>Items by their sort key {@code Metadata}</caption>
 * <tr><th>{@code Metadata}</th><th>attributes beside {@code ExpiresAt}</th></tr>
 * <tr><td>{@code job}</td><td>{@code Status, SubmitTime, StartTime, EndTime, Owner, ModuleName, Attempt,
 *     Fence, Sequence, Mutation, InputKey, Archive, Descriptor, Options, Existing, RevisionOf, BasedOn, Revision,
 *     Callback, Stage, Progress, Stages, OutputKey, BundleSha256, Artifacts, Gaps, Summary, ErrorMessage, ErrorCode,
 *     FinalFailure, FailedStage, Cause,
 *     ClaimUntil, Deadline, DeletionAt, RequestId, Traceparent, LastCause}; {@code Due, DueAt} (lease)
 *     while it is {@code Running}</td></tr>
 * <tr><td>{@code event#<sequence>}</td><td>{@code Source, DetailType, Detail, EventId, Sequence,
 *     OccurredAt}; {@code Due, DueAt} (event) until the bus took it, {@code SentAt} then</td></tr>
 * <tr><td>{@code deletion}</td><td>{@code DeletionAt, DemandedAt, SourceDeletedAt, DeletedAt, Objects,
 *     Bytes}; {@code Due, DueAt} (deletion) while there is something to look for. Alone, of objects that
 *     were stored for a job that was refused then</td></tr>
 * <tr><td>{@code revision#<jobId>}</td><td>of a root: that it has this revision</td></tr>
 * <tr><td>{@code delivery#<channel>#<eventId>}</td><td>{@code Channel, EventId, Sequence, State,
 *     Attempts}; {@code Due, DueAt} (delivery) while it is pending</td></tr>
 * <tr><td>{@code pipeline#<attempt>}</td><td>{@code pipeline_id, timestamp, analysis, execution_time_ms,
 *     status, Message, AnswerKey}</td></tr>
 * <tr><td>{@code deadletter#<queue>#<messageId>}</td><td>{@code Queue, MessageId, Sequence, EventId,
 *     Receives, ErrorCode, Cause, BodySha256, ReceivedAt, State, Mutation}; {@code Due, DueAt} (letter)
 *     while it waits</td></tr>
 * <tr><td>{@code budget}</td><td>of a job, under its id; of a day under the partitions
 *     {@code budget#principal-<hash>#<day>} and {@code budget#all#<day>}: {@code Committed,
 *     CommittedTokens, Open, ReservedMicroUsd, Calls, TokensIn, TokensOut, TokensCached,
 *     TokensCacheWritten, MicroUsd} (see {@link Budgets})</td></tr>
 * <tr><td>{@code reservation#<id>}</td><td>of a job: {@code State, Day, MicroUsd, Tokens}</td></tr>
 * <tr><td>{@code upload}</td><td>under the partition {@code upload#<id>}: {@code Principal, Object,
 *     UsableUntil}; {@code Due, DueAt} (upload) until it is deleted, {@code DeletedAt} then</td></tr>
 * <tr><td>{@code key}</td><td>under the partition {@code idem#<hash>}, over principal, route and key:
 *     {@code State, Fence}; {@code ClaimUntil} while a request holds it, {@code Subject, ContentSha256}
 *     once it is done (see {@link RequestKeys})</td></tr>
 * <tr><td>{@code webhook}</td><td>of a principal, under the partition {@code caller#<hash>}: {@code Version,
 *     Former}; without {@code ExpiresAt}: a version never comes again (see {@link WebhookKeys})</td></tr>
 * <tr><td>{@code switch}</td><td>under the partition {@code switch#model}: {@code State}; the other one
 *     without {@code ExpiresAt}: it holds until somebody sets it (see {@link Switches})</td></tr>
 * </table>
 */
public final class Items {
    public static final String STATUS_INDEX = "StatusIndex";
    public static final String OWNER_INDEX = "OwnerIndex";
    public static final String DUE_INDEX = "DueIndex";

    /** Partition key. */
    public static final String JOB_ID = "JobId";

    /** Sort key. */
    public static final String METADATA = "Metadata";

    /** Epoch seconds; DynamoDB removes the item some time later, readers test it themselves. */
    public static final String EXPIRES_AT = "ExpiresAt";

    /** Partition of {@code DueIndex}: {@link Due#key()}. */
    public static final String DUE = "Due";

    public static final String DUE_AT = "DueAt";

    /** Id of the last mutation by which somebody recognises a write as their own. */
    public static final String MUTATION = "Mutation";

    // the job; only it carries Status, Owner and SubmitTime: the indexes over these are sparse
    public static final String STATUS = "Status";
    public static final String OWNER = "Owner";
    public static final String SUBMIT_TIME = "SubmitTime";

    /** First claim of the present attempt. */
    public static final String START_TIME = "StartTime";

    public static final String END_TIME = "EndTime";
    public static final String MODULE_NAME = "ModuleName";
    public static final String ATTEMPT = "Attempt";
    public static final String FENCE = "Fence";

    /** Of the job: sequence of its last event; elsewhere: of the event that the item belongs to. */
    public static final String SEQUENCE = "Sequence";

    /** Key of the archive, for people; the full reference is {@link #ARCHIVE}. Absent without one. */
    public static final String INPUT_KEY = "InputKey";

    /** Maps of {@code Bucket, Key, Sha256, Size}. */
    public static final String ARCHIVE = "Archive";

    public static final String DESCRIPTOR = "Descriptor";
    public static final String OPTIONS = "Options";

    /** The partial document to be kept; absent without one. */
    public static final String EXISTING = "Existing";

    /** Of a revision: the root's id, the base's id, and the reference to what is asked. */
    public static final String REVISION_OF = "RevisionOf";

    public static final String BASED_ON = "BasedOn";
    public static final String REVISION = "Revision";

    public static final String CALLBACK = "Callback";
    public static final String STAGE = "Stage";
    public static final String PROGRESS = "Progress";

    /** Map from stage to a map of {@code StartedAt, EndedAt, Sequence}. */
    public static final String STAGES = "Stages";

    public static final String STARTED_AT = "StartedAt";
    public static final String ENDED_AT = "EndedAt";
    public static final String OUTPUT_KEY = "OutputKey";
    public static final String BUNDLE_SHA256 = "BundleSha256";

    /** List of maps of {@code Name, Size, Sha256, ContentType}. */
    public static final String ARTIFACTS = "Artifacts";

    public static final String GAPS = "Gaps";

    /** Map of writer, quality, usage and estimate, at the end of a job that succeeded. */
    public static final String SUMMARY = "Summary";

    /** From the catalogue of errors, never free text. */
    public static final String ERROR_MESSAGE = "ErrorMessage";

    public static final String ERROR_CODE = "ErrorCode";
    public static final String FINAL_FAILURE = "FinalFailure";
    public static final String FAILED_STAGE = "FailedStage";

    /** Simple class name of an exception. */
    public static final String CAUSE = "Cause";

    /** End of the claim; 0 or absent where nobody holds one. */
    public static final String CLAIM_UNTIL = "ClaimUntil";

    public static final String DEADLINE = "Deadline";
    public static final String DELETION_AT = "DeletionAt";
    public static final String REQUEST_ID = "RequestId";
    public static final String TRACEPARENT = "Traceparent";
    public static final String LAST_CAUSE = "LastCause";

    // an event
    public static final String SOURCE = "Source";
    public static final String DETAIL_TYPE = "DetailType";
    public static final String DETAIL = "Detail";
    public static final String EVENT_ID = "EventId";
    public static final String OCCURRED_AT = "OccurredAt";
    public static final String SENT_AT = "SentAt";

    // a deletion
    /** When somebody asked for it before its time. */
    public static final String DEMANDED_AT = "DemandedAt";

    public static final String SOURCE_DELETED_AT = "SourceDeletedAt";
    public static final String DELETED_AT = "DeletedAt";
    public static final String OBJECTS = "Objects";
    public static final String BYTES = "Bytes";

    // a delivery, a dead letter
    public static final String CHANNEL = "Channel";
    public static final String STATE = "State";
    public static final String ATTEMPTS = "Attempts";
    public static final String QUEUE = "Queue";
    public static final String MESSAGE_ID = "MessageId";
    public static final String RECEIVES = "Receives";
    public static final String BODY_SHA256 = "BodySha256";
    public static final String RECEIVED_AT = "ReceivedAt";

    // a budget: sums in millionths of a US dollar and in tokens
    /** Settled and reserved together: what a cap is compared with. */
    public static final String COMMITTED = "Committed";

    public static final String COMMITTED_TOKENS = "CommittedTokens";

    /** Reservations not settled: how many, and how much they hold. */
    public static final String OPEN = "Open";

    public static final String RESERVED_MICRO_USD = "ReservedMicroUsd";
    public static final String CALLS = "Calls";
    public static final String TOKENS_IN = "TokensIn";
    public static final String TOKENS_OUT = "TokensOut";
    public static final String TOKENS_CACHED = "TokensCached";
    public static final String TOKENS_CACHE_WRITTEN = "TokensCacheWritten";
    public static final String MICRO_USD = "MicroUsd";
    public static final String TOKENS = "Tokens";

    /** UTC, {@code 2026-03-01}. */
    public static final String DAY = "Day";

    /** Sort key of what was spent and reserved. */
    public static final String BUDGET = "budget";

    /** Sort key of a switch. */
    public static final String SWITCH = "switch";

    // an upload
    /** Whom it belongs to; not {@link #OWNER}, by which jobs are found. */
    public static final String PRINCIPAL = "Principal";

    /** Map of {@code Bucket, Key, Sha256, Size}: what was announced. */
    public static final String OBJECT = "Object";

    public static final String USABLE_UNTIL = "UsableUntil";

    /** Sort key of an upload. */
    public static final String UPLOAD = "upload";

    // the key of a request
    /** Id of what the request made. */
    public static final String SUBJECT = "Subject";

    public static final String CONTENT_SHA256 = "ContentSha256";

    /** Sort key of a request's key. */
    public static final String KEY = "key";

    // a run of the pipeline of revisions
    public static final String PIPELINE_ID = "pipeline_id";
    public static final String TIMESTAMP = "timestamp";

    /** Map of codes and numbers, as texts. */
    public static final String ANALYSIS = "analysis";

    public static final String EXECUTION_TIME_MS = "execution_time_ms";
    public static final String PIPELINE_STATUS = "status";
    public static final String MESSAGE = "Message";
    public static final String ANSWER_KEY = "AnswerKey";

    // the versions of a webhook secret
    /** Number of a version. */
    public static final String VERSION = "Version";

    /** List of maps of {@code Version, Until}. */
    public static final String FORMER = "Former";

    public static final String UNTIL = "Until";

    /** Sort key of the versions of a principal's webhook secret. */
    public static final String WEBHOOK = "webhook";

    /** Sort key of the job itself. */
    public static final String JOB = "job";

    /** Sort key of its deletion. */
    public static final String DELETION = "deletion";

    static final String EVENT_PREFIX = "event#";
    static final String DELIVERY_PREFIX = "delivery#";
    static final String LETTER_PREFIX = "deadletter#";
    static final String RESERVATION_PREFIX = "reservation#";
    static final String PIPELINE_PREFIX = "pipeline#";
    static final String CALLER_PARTITION = "caller#";
    static final String REVISION_PREFIX = "revision#";

    /** Greatest that six digits hold. */
    static final long LAST_SEQUENCE = 999_999;

    static final String UPLOAD_PARTITION = "upload#";
    static final String KEY_PARTITION = "idem#";

    private Items() {}

    /** Sort key of an event; six digits keep the history in its order. */
    public static String event(long sequence) {
        return String.format(Locale.ROOT, "%s%06d", EVENT_PREFIX, sequence);
    }

    public static String delivery(String channel, String eventId) {
        return DELIVERY_PREFIX + channel + "#" + eventId;
    }

    public static String revision(String jobId) {
        return REVISION_PREFIX + jobId;
    }

    public static String pipeline(int attempt) {
        return PIPELINE_PREFIX + attempt;
    }

    public static String deadLetter(String queue, String messageId) {
        return LETTER_PREFIX + queue + "#" + messageId;
    }

    public static String reservation(String id) {
        return RESERVATION_PREFIX + id;
    }
}
