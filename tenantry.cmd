@echo off
rem Starts the console, or with "serve" as first argument the HTTP server, on a JDK 25 or newer that it
rem finds by itself. Builds first when there is nothing built or a source is newer than what was built.
rem TENANTRY_OPTS: more options for the Java virtual machine.
setlocal EnableExtensions
set "ROOT=%~dp0"
set "FOUND="

call :try "%JAVA_HOME%"
call :try "%JDK_HOME%"
for /f "delims=" %%J in ('where java 2^>nul') do call :try "%%~dpJ.."
for /d %%J in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk*" ^
  "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\BellSoft\*" ^
  "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%USERPROFILE%\.jdks\*" "%USERPROFILE%\scoop\apps\*jdk*\current") do call :try "%%~J"

if not defined FOUND (
  echo Tenantry needs a JDK 25 or newer and found none. 1>&2
  echo Install one, for example Temurin 25, or point JAVA_HOME at it, and start again. 1>&2
  exit /b 1
)

call :isbuilt
if errorlevel 1 call :build || exit /b 1

if "%~1"=="serve" (
  "%FOUND%\bin\java" -Xms64m %TENANTRY_OPTS% -jar "%ROOT%engine\server\target\tenantry-server.jar" %*
) else (
  "%FOUND%\bin\java" "@%ROOT%config\launch\console.args" ^
    --module-path "%ROOT%app\target\javafx" --add-modules javafx.controls %TENANTRY_OPTS% ^
    -cp "%ROOT%app\target\tenantry-app.jar" io.tenantry.app.Main %*
)
exit /b %ERRORLEVEL%

rem Takes a JDK folder if its release file names version 25 or newer.
:try
if defined FOUND exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "VERSION=%%~V"
set "VERSION=%VERSION:"=%"
if %VERSION% GEQ 25 set "FOUND=%~f1"
exit /b 0

:isbuilt
if not exist "%ROOT%app\target\built" exit /b 1
if not exist "%ROOT%app\target\javafx" exit /b 1
if not exist "%ROOT%engine\server\target\tenantry-server.jar" exit /b 1
powershell -NoProfile -Command ^
  "$built = (Get-Item '%ROOT%app\target\built').LastWriteTimeUtc;" ^
  "$newer = Get-ChildItem -Recurse -File '%ROOT%pom.xml','%ROOT%engine','%ROOT%themes','%ROOT%app' |" ^
  "Where-Object { $_.FullName -notmatch '\\(target|test|bench)\\' -and $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1;" ^
  "if ($newer) { exit 1 } else { exit 0 }"
exit /b %ERRORLEVEL%

:build
echo Building Tenantry; the first time this also fetches Maven and the libraries... 1>&2
pushd "%ROOT%"
if not defined JAVA_HOME (where java >nul 2>nul || set "JAVA_HOME=%FOUND%")
call mvnw.cmd -q -Dquick -DskipTests package
set "RESULT=%ERRORLEVEL%"
popd
exit /b %RESULT%
