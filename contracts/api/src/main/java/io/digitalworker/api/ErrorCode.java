package io.digitalworker.api;

/**
 * The one catalogue of everything that can be refused or can fail (design §4.2). The constant's name
 * is the stable {@code code} that clients may test for; it feeds the body of an HTTP error and the
 * {@code errorMessage} of a failed job alike. Texts say what is wrong and what to do, and never
 * repeat what the caller sent.
 */
public enum ErrorCode {
    // what was sent
    REQUEST_MALFORMED(400, "The request cannot be read", "Send the request as the API describes."),
    ARCHIVE_MISSING(
            400,
            "The archive is missing",
            "Send a ZIP file as the multipart field 'archive', or choose the scenario greenfield."),
    DESCRIPTOR_MISSING(
            400,
            "The descriptor is missing",
            "Send a JSON object as the multipart field 'descriptor'."),
    DESCRIPTOR_NOT_JSON(
            400, "The descriptor is not JSON", "Send one JSON object, encoded in UTF-8."),
    DESCRIPTOR_INVALID(
            400,
            "The descriptor does not follow its schema",
            "Correct the fields that 'details' names."),
    DESCRIPTOR_FIELD_UNKNOWN(
            400,
            "The descriptor has a field that is not known",
            "Remove or correct the fields that 'details' names."),
    DESCRIPTOR_WITHOUT_FEATURES(
            400, "The descriptor names no feature", "Name at least one feature."),
    OPTIONS_NOT_JSON(400, "The options are not JSON", "Send one JSON object, or leave it out."),
    OPTIONS_INVALID(
            400,
            "The options do not follow their schema",
            "Correct the fields that 'details' names."),
    EXISTING_UNEXPECTED(
            400,
            "A partial document is kept in the scenario hybrid only",
            "Choose hybrid, or leave out the field 'existing'."),
    EXISTING_EMPTY(
            400,
            "The partial document is empty",
            "Send Markdown as the field 'existing', or leave it out."),
    EXISTING_NOT_TEXT(
            400, "The partial document is not UTF-8 text", "Send Markdown, encoded in UTF-8."),
    EXISTING_TOO_LARGE(
            413,
            "The partial document is too large",
            "Send the parts that are to be kept; 'details' names the limit."),
    REVISION_NOT_JSON(400, "The revision is not JSON", "Send one JSON object, encoded in UTF-8."),
    REVISION_INVALID(
            400,
            "The revision does not follow its schema",
            "Correct the fields that 'details' names."),
    REVISION_UNRELATED(
            422,
            "The revision names what the documents do not have",
            "Use the questions and sections that the job's report.json names."),
    BASE_UNFINISHED(
            409, "The job to be revised has not ended", "Wait until its status is Succeeded."),
    BASE_FAILED(409, "The job to be revised has no documents", "Revise a job that is Succeeded."),
    TOO_MANY_REVISIONS(
            409,
            "The job has been revised too often",
            "Submit the archive again with what is known by now."),
    CALLBACK_REFUSED(
            400,
            "The callback address is refused",
            "Give a public https address without credentials."),
    UPLOAD_NOT_FOUND(
            404,
            "There is no such upload",
            "Check its identifier, or upload the archive again: an upload lasts 90 minutes."),
    UPLOAD_INCOMPLETE(
            409,
            "The archive has not been uploaded",
            "PUT it to the address that was given with the uploadId, then submit it."),
    UPLOAD_DIFFERS(
            422,
            "What was uploaded is not what was announced",
            "Ask for a new upload with the size and SHA-256 of the archive."),
    IDEMPOTENCY_KEY_INVALID(
            400,
            "The Idempotency-Key cannot be used",
            "Send it once, with 1 to 255 printable ASCII characters."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The Idempotency-Key was used with other content",
            "Use a new key for each thing to be done."),
    IDEMPOTENCY_IN_PROGRESS(
            409,
            "A request with this Idempotency-Key is being answered",
            "Send the same request again after Retry-After."),
    UNAUTHENTICATED(401, "Who is calling is not known", "Send valid credentials."),
    FORBIDDEN(403, "This is not allowed to the caller", "Ask for the scope that the API names."),
    NOT_FOUND(404, "There is no such thing here", "Check the address and the identifier."),
    JOB_NOT_FOUND(404, "There is no such job", "Check the job's identifier."),
    ARTIFACT_NOT_FOUND(
            404,
            "The job has no such artifact",
            "Take a name from 'artifacts' in the job's status."),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here", "Use a method that the API names."),
    NOT_ACCEPTABLE(406, "The answer cannot be given in that form", "Accept application/json."),
    CONFLICT(409, "The request conflicts with the present state", "Read the state and try again."),
    SECRET_REPLACED_TOO_OFTEN(
            409,
            "The webhook secret was replaced four times within 24 hours",
            "Use the present one, or wait until one of the former stops signing."),
    GONE(
            410,
            "It is no longer there",
            "What a job has is deleted after 24 hours, or when asked for: submit the archive"
                    + " again."),
    BODY_TOO_LARGE(
            413,
            "The request is too large",
            "Send at most 50 MB of archive, and long texts as files."),
    MEDIA_TYPE_UNSUPPORTED(
            415, "The content type is not supported", "Send multipart/form-data or JSON."),
    RATE_LIMITED(429, "Too many requests", "Wait as long as Retry-After says."),
    TOO_MANY_STREAMS(
            429,
            "Too many event streams are open",
            "Close some, or ask for the status of the jobs instead."),

    // the archive (design §9)
    ARCHIVE_NOT_ZIP(400, "The archive is not a ZIP file", "Send a ZIP file."),
    ARCHIVE_EMPTY(400, "The archive holds no file", "Send a ZIP file with source code."),
    ARCHIVE_TOO_LARGE(
            413, "The archive is larger than 50 MB", "Leave out what is not source code."),
    ARCHIVE_TOO_MANY_ENTRIES(
            422, "The archive has more than 50,000 entries", "Leave out what is not source code."),
    ARCHIVE_INFLATES_TOO_LARGE(
            422,
            "The archive's files are larger than 500 MB together",
            "Leave out what is not source code."),
    ARCHIVE_ENTRY_TOO_LARGE(
            422, "A file in the archive is larger than 50 MB", "Leave that file out."),
    ARCHIVE_RATIO_TOO_HIGH(
            422, "A file in the archive is compressed more than 200 times", "Leave that file out."),
    ARCHIVE_PATH_ESCAPES(
            422,
            "A path in the archive leads out of it",
            "Use relative paths without '..', drive letters or a leading slash."),
    ARCHIVE_PATH_INVALID(
            422,
            "A path in the archive is not allowed",
            "Use paths of at most 1,024 bytes and 64 levels, without control characters."),
    ARCHIVE_ENCRYPTED(422, "The archive is encrypted", "Send it without a password."),
    ARCHIVE_OVERLAPPING(
            422, "Files in the archive overlap", "Make the archive again with an ordinary tool."),
    ARCHIVE_DUPLICATE_NAMES(
            422,
            "Two files in the archive have the same path, apart from case",
            "Rename or remove one of them."),
    ARCHIVE_LINK_OR_DEVICE(
            422,
            "The archive holds a symbolic link or a device",
            "Send plain files and directories only."),
    ARCHIVE_HEADERS_DIFFER(
            422, "The archive contradicts itself", "Make the archive again with an ordinary tool."),
    ARCHIVE_EXTRA_BYTES(
            422,
            "The archive has bytes before, between or after its parts",
            "Make the archive again with an ordinary tool."),
    ARCHIVE_METHOD_UNSUPPORTED(
            422,
            "A file in the archive is compressed in an unsupported way",
            "Use the methods 'stored' or 'deflate'."),
    ARCHIVE_DAMAGED(422, "The archive is damaged", "Make the archive again."),

    // the job
    CANCELLED(409, "The job was cancelled", "Submit it again if it is still wanted."),
    TIMED_OUT(
            500,
            "The job did not finish before its deadline",
            "Submit a smaller archive or fewer features, or try again."),
    INPUT_MISSING(410, "The source of the job is no longer there", "Submit the archive again."),
    PROCESSING_FAILED(
            500,
            "The job failed repeatedly for a reason that is not its input's",
            "The operator can redrive it once the cause is gone."),
    DELIVERY_FAILED(
            500,
            "The notification could not be delivered",
            "The operator can redrive it once the cause is gone."),

    // the service
    INTERNAL(500, "Something went wrong here", "Try again; name the requestId if it stays so."),
    WEBHOOKS_NOT_CONFIGURED(
            503,
            "This installation has no key for webhook secrets",
            "Ask its operator to set WEBHOOK_MASTER_KEY for the ingest service."),
    UNAVAILABLE(503, "The service cannot take this now", "Try again after Retry-After.");

    private final int httpStatus;
    private final String title;
    private final String remedy;

    ErrorCode(int httpStatus, String title, String remedy) {
        this.httpStatus = httpStatus;
        this.title = title;
        this.remedy = remedy;
    }

    public int httpStatus() {
        return httpStatus;
    }

    /** One short sentence without a full stop: what is wrong. */
    public String title() {
        return title;
    }

    /** One sentence: what the reader can do. */
    public String remedy() {
        return remedy;
    }

    /** Title and remedy, as shown to people: the {@code errorMessage} of a job. */
    public String message() {
        return title + ". " + remedy;
    }
}
