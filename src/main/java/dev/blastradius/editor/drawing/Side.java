package dev.blastradius.editor.drawing;

/** The side of a box that an arrow leaves from; it arrives at the opposite side of the other box. */
enum Side {
    RIGHT,
    LEFT,
    DOWN,
    UP;

    private static final double ROOM = 28;

    /** From which side an arrow leaves one box for another: to the right if it can. */
    static Side between(Rect from, Rect to) {
        if (to.x() - from.right() >= ROOM) {
            return RIGHT;
        }
        double down = to.y() - from.bottom();
        double up = from.y() - to.bottom();
        double left = from.x() - to.right();
        if (left >= ROOM && left >= Math.max(down, up)) {
            return LEFT;
        }
        if (down >= 0 || up >= 0) {
            return down >= up ? DOWN : UP;
        }
        return left >= 0 ? LEFT : RIGHT;
    }

    Side opposite() {
        return switch (this) {
            case RIGHT -> LEFT;
            case LEFT -> RIGHT;
            case DOWN -> UP;
            case UP -> DOWN;
        };
    }

    /** The rectangle as it would lie if this side were the right one. */
    Rect turn(Rect rect) {
        Point a = turn(new Point(rect.x(), rect.y()));
        Point b = turn(new Point(rect.right(), rect.bottom()));
        return Rect.between(a, b);
    }

    /** The point likewise. Each turn is its own inverse. */
    Point turn(Point point) {
        return this == RIGHT ? point : new Point(turnedX(point.x(), point.y()), turnedY(point.x(), point.y()));
    }

    /** The x of a turned point. */
    double turnedX(double x, double y) {
        return switch (this) {
            case RIGHT -> x;
            case LEFT -> -x;
            case DOWN -> y;
            case UP -> -y;
        };
    }

    /** The y of a turned point. */
    double turnedY(double x, double y) {
        return switch (this) {
            case RIGHT, LEFT -> y;
            case DOWN -> x;
            case UP -> -x;
        };
    }
}
