package dev.blastradius.editor.board;

/** Models for tests of the board, with every box in its place. */
final class Models {

    private Models() {}

    /** A bot with a model, a fallback, a canned answer that nobody calls yet, and a log. */
    static final String BOT = """
            { "format": "blastradius/1",
              "components": {
                "users": {"kind": "client", "traffic": {"requestsPerSecond": 5}},
                "bot": {"kind": "service", "label": "Bot", "concurrency": 10, "latency": "20ms"},
                "opus": {"kind": "model", "latency": "1s"},
                "sonnet": {"kind": "model", "latency": "1s"},
                "canned": {"kind": "static", "quality": 0.2},
                "log": {"kind": "store", "latency": "5ms"} },
              "dependencies": {
                "users->bot": {},
                "bot->opus": {"timeout": "30s"},
                "bot->sonnet": {"fallbackFor": "bot->opus", "order": 1},
                "opus->log": {} },
              "scenarios": {"lost": {"faults": [{"target": "bot->opus", "at": "1m", "unavailable": true}]}},
              "strategies": {"quick": {"patch": {"dependencies": {"bot->opus": {"timeout": "5s"}}},
                "runbook": [{"after": "5m", "patch": {"dependencies": {"bot->opus": {"timeout": "2s"}}}}]}},
              "view": {"users": [40, 300], "bot": [300, 300], "opus": [600, 200], "sonnet": [600, 400],
                "canned": [600, 560], "log": [860, 200]} }""";
}
