package io.digitalworker.facts.framework.python;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What classes and functions of Django, the REST framework and well-known extensions answer. */
final class DjangoGenerics {
    private static final String[][] METHODS = {
        {"TemplateView", "GET"},
        {"RedirectView", "GET"},
        {"ListView", "GET"},
        {"DetailView", "GET"},
        {"ArchiveIndexView", "GET"},
        {"YearArchiveView", "GET"},
        {"MonthArchiveView", "GET"},
        {"WeekArchiveView", "GET"},
        {"DayArchiveView", "GET"},
        {"TodayArchiveView", "GET"},
        {"DateDetailView", "GET"},
        {"BaseListView", "GET"},
        {"BaseDetailView", "GET"},
        {"CreateView", "GET POST"},
        {"UpdateView", "GET POST"},
        {"DeleteView", "GET POST"},
        {"FormView", "GET POST"},
        {"ProcessFormView", "GET POST"},
        {"LoginView", "GET POST"},
        {"LogoutView", "POST"},
        {"PasswordChangeView", "GET POST"},
        {"PasswordChangeDoneView", "GET"},
        {"PasswordResetView", "GET POST"},
        {"PasswordResetDoneView", "GET"},
        {"PasswordResetConfirmView", "GET POST"},
        {"PasswordResetCompleteView", "GET"},
        {"Feed", "GET"},
        {"JavaScriptCatalog", "GET"},
        {"JSONCatalog", "GET"},
        {"sitemap", "GET"},
        {"serve", "GET"},
        {"CreateAPIView", "POST"},
        {"ListAPIView", "GET"},
        {"RetrieveAPIView", "GET"},
        {"DestroyAPIView", "DELETE"},
        {"UpdateAPIView", "PUT PATCH"},
        {"ListCreateAPIView", "GET POST"},
        {"RetrieveUpdateAPIView", "GET PUT PATCH"},
        {"RetrieveDestroyAPIView", "GET DELETE"},
        {"RetrieveUpdateDestroyAPIView", "GET PUT PATCH DELETE"},
        {"ObtainAuthToken", "POST"},
        {"obtain_auth_token", "POST"},
        {"obtain_jwt_token", "POST"},
        {"refresh_jwt_token", "POST"},
        {"verify_jwt_token", "POST"},
        {"TokenObtainPairView", "POST"},
        {"TokenObtainSlidingView", "POST"},
        {"TokenRefreshView", "POST"},
        {"TokenRefreshSlidingView", "POST"},
        {"TokenVerifyView", "POST"},
        {"TokenBlacklistView", "POST"},
        {"SpectacularAPIView", "GET"},
        {"SpectacularJSONAPIView", "GET"},
        {"SpectacularYAMLAPIView", "GET"},
        {"SpectacularSwaggerView", "GET"},
        {"SpectacularSwaggerSplitView", "GET"},
        {"SpectacularRedocView", "GET"},
        {"get_schema_view", "GET"},
        {"GraphQLView", "GET POST"},
        {"AsyncGraphQLView", "GET POST"},
    };

    private static final String[][] ACTIONS = {
        {"ModelViewSet", "list create retrieve update partial_update destroy"},
        {"ReadOnlyModelViewSet", "list retrieve"},
        {"ListModelMixin", "list"},
        {"CreateModelMixin", "create"},
        {"RetrieveModelMixin", "retrieve"},
        {"UpdateModelMixin", "update partial_update"},
        {"DestroyModelMixin", "destroy"},
    };

    private DjangoGenerics() {}

    /** HTTP methods by name of the class or function. */
    static Map<String, List<String>> methods() {
        return table(METHODS);
    }

    /** Actions of view sets by name of the base class. */
    static Map<String, List<String>> actions() {
        return table(ACTIONS);
    }

    private static Map<String, List<String>> table(String[][] rows) {
        Map<String, List<String>> table = new LinkedHashMap<>();
        for (String[] row : rows) {
            table.put(row[0], List.of(row[1].split(" ")));
        }
        return table;
    }
}
