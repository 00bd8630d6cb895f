@echo off
rem Starts Stillwater on Windows. UNTESTED: written by the book, never run on a Windows machine.
rem Needs a JDK 25 or newer in JAVA_HOME or on the PATH; builds with Maven if there is no jar yet.
rem STILLWATER_OPTS adds options for the JVM.
setlocal
set "ROOT=%~dp0"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"

set "VERSION="
for /f "tokens=3" %%v in ('"%JAVA%" -version 2^>^&1 ^| findstr /i "version"') do (
  for /f "delims=.- tokens=1" %%m in ("%%~v") do set "VERSION=%%m"
)
if not defined VERSION goto :nojdk
if %VERSION% LSS 25 goto :nojdk

if exist "%ROOT%target\stillwater.jar" goto :run
where mvn >nul 2>nul
if errorlevel 1 goto :nomaven
echo Building Stillwater ^(first use, about a minute^) ... 1>&2
if not exist "%ROOT%target" mkdir "%ROOT%target"
pushd "%ROOT%"
call mvn -B -ntp -Dmaven.test.skip=true package >"%ROOT%target\build.log" 2>&1
set "BUILT=%ERRORLEVEL%"
popd
if not "%BUILT%"=="0" goto :failed

:run
"%JAVA%" --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 %STILLWATER_OPTS% -jar "%ROOT%target\stillwater.jar" %*
exit /b %ERRORLEVEL%

:nojdk
echo stillwater: a JDK of version 25 or newer is needed; set JAVA_HOME to one ^(https://adoptium.net^). 1>&2
exit /b 3

:nomaven
echo stillwater: Maven is needed to build Stillwater ^(https://maven.apache.org^). 1>&2
exit /b 3

:failed
echo stillwater: the build failed; all it said is in %ROOT%target\build.log 1>&2
exit /b 3
