package dev.blastradius.fault;

import dev.blastradius.model.CallOutcome;

/** Credentials are revoked or expired: HTTP 401 and 403, which no client retries of its own. */
final class Unauthorized extends Refusal {

    Unauthorized() {
        super(
                "unauthorized",
                Reach.STATIONS,
                CallOutcome.UNAUTHORIZED,
                "Refused at once, and retrying does not help: credentials revoked");
    }
}
