package io.digitalworker.local.cloud;

/** The one account and region that this cloud has. */
public final class Account {
    public static final String ID = "000000000000";
    public static final String REGION = "eu-west-1";
    public static final String ACCESS_KEY = "local";
    public static final String SECRET_KEY = "locallocal";

    private Account() {}

    /** {@code arn:aws:<service>:<region>:<account>:<resource>}. */
    public static String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + REGION + ":" + ID + ":" + resource;
    }
}
